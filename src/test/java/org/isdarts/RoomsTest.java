package org.isdarts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.SearchSpace;

/** The rooms of the house, and which room may use which, as the table in {@code docs/architecture.md} says. */
@AnalyzeClasses(packages = "org.isdarts", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final Pattern ROW = Pattern.compile("^\\|((?: `\\w+`,?)+) \\| .+ \\|((?: `\\w+`,?)*) \\|$");
    private static final Pattern ROOM = Pattern.compile("`(\\w+)`");

    /** What each room may use of the others. */
    private static final Map<String, List<String>> MAY_USE = table();

    private static Map<String, List<String>> table() {
        try (Stream<String> lines = Files.lines(Path.of("docs", "architecture.md"))) {
            return lines.dropWhile(line -> !line.startsWith("| room |"))
                    .takeWhile(line -> line.startsWith("|"))
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(row -> rooms(row.group(1)).get(0), row -> rooms(row.group(2))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> rooms(String cell) {
        return ROOM.matcher(cell).results().map(room -> room.group(1)).toList();
    }

    private static boolean isRoom(JavaClass type, String room) {
        String name = "org.isdarts." + room;
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return DescribedPredicate.describe("in room " + room, type -> isRoom(type, room));
    }

    @ArchTest
    static void roomsUseOnlyWhatTheTableAllows(JavaClasses house) {
        MAY_USE.forEach((room, others) -> {
            List<String> allowed =
                    Stream.concat(Stream.of(room), others.stream()).toList();
            noClasses()
                    .that(in(room))
                    .should()
                    .dependOnClassesThat(ofOursOutside(allowed))
                    .because("the table says that room " + room + " uses " + others + " and nothing else")
                    .check(house);
        });
    }

    private static DescribedPredicate<JavaClass> ofOursOutside(List<String> rooms) {
        return DescribedPredicate.describe(
                "of ours outside " + rooms,
                type -> type.getPackageName().startsWith("org.isdarts")
                        && rooms.stream().noneMatch(room -> isRoom(type, room)));
    }

    /** The command line never needs a window, nor a window the command line; only the wiring knows both. */
    @ArchTest
    static final ArchRule commandLineAndWindowDoNotKnowEachOther = slices().matching("org.isdarts.(cli|ui)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheWiringKnowsTheWiring = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.app.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.app..");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.isdarts.(**)").should().beFreeOfCycles();

    /** Adapters are found as services; all others see the port. */
    @ArchTest
    static final ArchRule theChoiceKnowsNoAdapter = noClasses()
            .that(resideInAnyPackage("org.isdarts.kernel.choice"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.isdarts.kernel.cuda..", "org.isdarts.kernel.nd4j..", "org.isdarts.kernel.onednn..");

    @ArchTest
    static final ArchRule adaptersDoNotKnowEachOther = slices().matching(
                    "org.isdarts.kernel.(cuda|nd4j|onednn|reference)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule thePortKnowsNoAdapter = noClasses()
            .that(resideInAnyPackage("org.isdarts.kernel"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.kernel.*..");

    @ArchTest
    static final ArchRule adaptersComputeOnWhatTheyAreGiven = noClasses()
            .that(resideInAnyPackage("org.isdarts.kernel..")
                    .and(resideOutsideOfPackages("org.isdarts.kernel.choice"))
                    .and(not(implement(KernelsProvider.class))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.device..")
            .because("an adapter's provider says what it needs of a device");

    @ArchTest
    static final ArchRule theEngineSeesOnlyThePort = noClasses()
            .that(resideInAnyPackage(packagesOf("network", "strategy", "search", "selftest", "profile")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.kernel.*..")
            .because("which compute library works is decided outside");

    @ArchTest
    static final ArchRule theTrainerKnowsNoStrategy = noClasses()
            .that()
            .haveNameMatching("org\\.isdarts\\.search\\.Trainer.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.strategy.*..")
            .because("a search puts settings and strategy together, and its loop calls the port");

    @ArchTest
    static final ArchRule theNetKnowsNoStrategy = noClasses()
            .that(resideInAnyPackage(packagesOf("network", "kernel", "data", "event", "score")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.strategy..");

    @ArchTest
    static final ArchRule thePortKnowsNoStrategy = noClasses()
            .that(resideInAnyPackage("org.isdarts.strategy"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.isdarts.strategy.*..");

    @ArchTest
    static final ArchRule strategiesDoNotKnowEachOther = slices().matching("org.isdarts.strategy.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("org.isdarts.strategy.choice"), DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule onlyItsRegistryKnowsALearningStrategy = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.strategy..", "org.isdarts.selftest.."))
            .should()
            .dependOnClassesThat(resideInAPackage("org.isdarts.strategy.*..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("org.isdarts.strategy.choice", "org.isdarts.strategy.isdarts"))))
            .because("strategies are chosen in one place, and runs tell what their strategy measures");

    @ArchTest
    static final ArchRule viewsKnowNoMethod = noClasses()
            .that(resideInAnyPackage(packagesOf("event", "figure", "export", "report", "queue", "sweep", "cli", "ui")))
            .should()
            .dependOnClassesThat(resideInAPackage("org.isdarts.strategy.isdarts")
                    .and(DescribedPredicate.not(simpleNameEndingWith("Settings"))))
            .because("they show scores, masks and gauges of any method; a method's settings are settings like others");

    @ArchTest
    static final ArchRule computeLibrariesStayInTheirAdapters = noClasses()
            .that(resideOutsideOfPackages(
                    "org.isdarts.kernel.*..", "org.isdarts.export.dl4j..", "org.isdarts.export.onnx.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule sparkStaysInItsRoom = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.sweep.spark.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..")
            .because("most installations do without it");

    @ArchTest
    static final ArchRule nativeCallsStayAtTheEdges = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.kernel.*..", "org.isdarts.app.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..")
            .because("only adapters of libraries and the start, which looks for a display, call native code");

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.ui..", "org.isdarts.app.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToTheConsole = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.cli..", "org.isdarts.app.."))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("everything else speaks through events and exceptions");

    @ArchTest
    static final ArchRule onlyTheLogSetsUpLogging = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.cli..", "org.isdarts.app..", "org.isdarts.log.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..")
            .because("everything else speaks through events and exceptions, or through System.Logger");

    @ArchTest
    static final ArchRule everyClassIsInARoomOfTheTable = classes()
            .should()
            .resideInAnyPackage(packagesOf(Stream.concat(MAY_USE.keySet().stream(), Stream.of("cli", "ui", "app"))
                    .toArray(String[]::new)));

    /** A space tells all that others ask of it; they know its kind alone. */
    @ArchTest
    static final ArchRule spacesAreNamedInTheirRoomAlone = noClasses()
            .that(resideOutsideOfPackages("org.isdarts.space.."))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("declare a search space", type -> type.getFields().stream()
                    .anyMatch(field -> field.getModifiers().contains(JavaModifier.STATIC)
                            && field.getRawType().isEquivalentTo(SearchSpace.class))));

    /** A kind tells all that others ask of it and of its settings. */
    @ArchTest
    static final ArchRule nobodyAsksOfWhichKindARunIs = classes().should(notAskForAKindOfRun());

    private static ArchCondition<JavaClass> notAskForAKindOfRun() {
        return new ArchCondition<>("not ask whether settings are those of a search or of an evaluation") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getInstanceofChecks().stream()
                        .filter(check -> check.getRawType().isAssignableTo(TrainingConfig.class))
                        .forEach(check -> events.add(SimpleConditionEvent.violated(check, check.toString())));
            }
        };
    }

    private static String[] packagesOf(String... rooms) {
        return Arrays.stream(rooms).map(room -> "org.isdarts." + room + "..").toArray(String[]::new);
    }
}
