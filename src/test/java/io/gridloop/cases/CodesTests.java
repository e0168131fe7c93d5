package io.gridloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    @Test
    void readsAsCountyYearSerialCheckDigit() {
        assertThat(CaseNumber.of("WZ", 2026, 123)).matches("WZ26-000123-\\d");
        assertThat(CaseNumber.valid(CaseNumber.of("WZ", 2026, 12_345_678))).isTrue();
    }

    @Test
    void findsEveryWrongDigit() {
        LongStream.rangeClosed(1, 300).mapToObj(serial -> CaseNumber.of("WZ", 2026, serial))
                .forEach(number -> digits(number).forEach(i -> IntStream.rangeClosed('0', '9')
                        .filter(digit -> digit != number.charAt(i))
                        .forEach(digit -> assertThat(
                                CaseNumber.valid(number.substring(0, i) + (char) digit + number.substring(i + 1)))
                                .isFalse())));
    }

    @Test
    void findsEveryTwoNeighboursThatChangedPlaces() {
        LongStream.rangeClosed(1, 2_000).mapToObj(serial -> CaseNumber.of("WZ", 2026, serial)).forEach(number -> {
            var digits = digits(number).boxed().toList();
            for (int i = 1; i < digits.size(); i++) {
                var swapped = swap(number, digits.get(i - 1), digits.get(i));
                assertThat(CaseNumber.valid(swapped)).isEqualTo(swapped.equals(number));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WZ26-000123", "wz26-000123-4x", "WZ26-0001234", "'; drop table grid_case",
            "WZ26-000123-４"})
    void knowsWhatIsNoNumber(String text) {
        assertThat(CaseNumber.valid(text)).isFalse();
    }

    @Test
    void readsANumberAsPeopleTypeIt() {
        assertThat(CaseNumber.tidy(" wz26－000123 -4 ")).isEqualTo("WZ26-000123-4");
    }

    @Test
    void makesReceiptCodesOfEightyBitsWithoutLookAlikes() {
        assertThat(ReceiptCode.ALPHABET).hasSize(32).doesNotContain("0", "O", "1", "I");
        var codes = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(ReceiptCode.next());
        }
        assertThat(codes).hasSize(10_000).allMatch(code -> code.matches("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}"));
    }

    @Test
    void usesEveryLetterAtEveryPlaceOfAReceiptCode() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            var code = ReceiptCode.next().replace("-", "");
            IntStream.range(0, 16).forEach(place -> seen.add(place + ":" + code.charAt(place)));
        }
        assertThat(seen).hasSize(16 * 32);
    }

    @Test
    void readsAReceiptCodeAsPeopleTypeIt() {
        var code = ReceiptCode.next();
        assertThat(ReceiptCode.tidy(code.toLowerCase().replace("-", " "))).isEqualTo(code);
        assertThat(ReceiptCode.tidy("ABCD")).isEmpty();
        assertThat(ReceiptCode.tidy("A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void keepsTheReceiptCodeOutOfLogs() {
        assertThat(new Receipt(1, "WZ26-000001-0", "SECRET", false).toString()).doesNotContain("SECRET");
    }

    private static IntStream digits(String number) {
        return IntStream.range(0, number.length()).filter(i -> Character.isDigit(number.charAt(i)));
    }

    private static String swap(String number, int i, int j) {
        var letters = number.toCharArray();
        letters[i] = number.charAt(j);
        letters[j] = number.charAt(i);
        return new String(letters);
    }
}
