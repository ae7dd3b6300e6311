package org.isdarts.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkTableTest {
    private static final String BEST = "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    private static final String OTHER = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "architecture,valid,test\nBEST,93.5,94\nOTHER,10.0,10.0\n",
                "\uFEFFarchitecture,valid,test\r\nBEST,93.5,94\r\nOTHER,10.0,10.0\r\n",
                "\"architecture\",\"valid\",\"test\"\n\"BEST\",\"93.5\",\"94\"\n\"OTHER\",\"10.0\",\"10.0\"\n",
                "architecture;valid;test\nBEST;93,5;94\nOTHER;10,0;10,0\n",
                "architecture\tvalid\ttest\nBEST\t93.5\t94\nOTHER\t10\t10\n",
                ",Architecture,valid,test\n0,BEST,93.5,94\n1,OTHER,1e1,10.0\n",
                "architecture , valid , test\n\nBEST , 93.5 , 94\nOTHER,10.0,10.0\n\n",
                "architecture,valid,test\nBEST,93.5,94\nOTHER,10.0,10.0\nBEST,93.5,94\n",
                "architecture,valid,test\n'BEST',\"93,5\",94\nStructure(4 nodes with OTHER),10.0,10.0\n"
            })
    void readsTablesAsSpreadsheetsAndPandasSaveThem(String text) throws IOException {
        BenchmarkTable.Entry entry = read(text, StandardCharsets.UTF_8).entry(GenotypeReader.read(BEST));
        assertThat(entry.columns()).containsExactly("valid", "test");
        assertThat(entry.accuracies()).containsExactly(93.5, 94);
        assertThat(entry.rank()).isEqualTo(1);
        assertThat(entry.architectures()).isEqualTo(2);
    }

    @Test
    void readsOtherEncodings() throws IOException {
        String text = "architecture,g\u00FCte\nBEST,93.5\n";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16, Charset.forName("windows-1252")}) {
            assertThat(read(text, charset).entry(GenotypeReader.read(BEST)).columns())
                    .containsExactly("g\u00FCte");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "architecture\nBEST\n",
                "name,valid\nBEST,93.5\n",
                "architecture,valid,valid\nBEST,93.5,94\n",
                "architecture,valid\nBEST,93.5,94\n",
                "architecture,valid\nBEST\n",
                "architecture,valid\nBEST,\n",
                "architecture,valid\nBEST,1.234,5\n",
                "architecture,valid\nBEST,NaN\n",
                "architecture;valid\nBEST;1.093,5\n",
                "architecture,valid\nsomething,93.5\n",
                "architecture,valid\nBEST,93.5\nBEST,94\n",
                "architecture,valid\n\"BEST,93.5\n",
                "architecture,valid\n",
                "architecture,valid\nBEST,101\n",
                "architecture,valid\nBEST,-1\n",
                "architecture,valid\nBEST,1e500\n"
            })
    void refusesWhatIsNoTableInOneLine(String text) {
        assertThatExceptionOfType(BenchmarkTableException.class)
                .isThrownBy(() -> read(text, StandardCharsets.UTF_8))
                .matches(thrown -> !thrown.getMessage().contains("\n"))
                .matches(thrown -> !thrown.getMessage().contains("Exception"));
    }

    private BenchmarkTable read(String text, Charset charset) throws IOException {
        String table = text.replace("BEST", BEST).replace("OTHER", OTHER);
        return BenchmarkTable.read(
                Files.write(folder.resolve("table.csv"), table.getBytes(charset)), NasBench201.SPACE);
    }
}
