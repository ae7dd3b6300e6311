/**
 * Reads genotypes from any text in which people and tools write them down.
 *
 * <p>{@link org.isdarts.space.notation.GenotypeReader} is the way in. A text is cut into tokens ({@code Lexer}), a
 * genotype in it is parsed into a value as Python and JSON know them ({@code ExpressionParser}, {@code Value}), and a
 * {@code Notation} says which architecture the value stands for. Whatever a notation does not account for is refused:
 * a network that differs in a single connection is another network.
 */
package org.isdarts.space.notation;
