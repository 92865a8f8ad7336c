package org.commensal.kits;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a digit of kit numbers goes with the kind of kit: Pearson's chi-square of digit by kind (1900, Philosophical
 * Magazine 50:157–175) at each of the five drawn places.
 */
final class DigitsByKind {

    static final int PLACES = 5;

    /** The fewest kits of which it can be judged. */
    private static final int FEWEST = 40;

    /** How often lists that tell nothing are refused: about once in ten million digits. */
    private static final BigDecimal NORMAL_QUANTILE = new BigDecimal("5.2");

    private DigitsByKind() {}

    /** The places, from 1, at which the digit goes with the kind. */
    static List<Integer> telling(List<String> numbers, List<String> kinds) {
        List<Integer> places = new ArrayList<>();
        if (numbers.size() >= FEWEST) {
            for (int place = 1; place <= PLACES; place++) {
                int degrees = (distinct(numbers, place) - 1)
                        * ((int) kinds.stream().distinct().count() - 1);
                if (degrees > 0 && statistic(numbers, kinds, place).compareTo(bound(degrees)) > 0) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** n·ΣO²/(row·column) − n, which is Σ(O−E)²/E. */
    static BigDecimal statistic(List<String> numbers, List<String> kinds, int place) {
        Map<Character, Integer> digits = new HashMap<>();
        Map<String, Integer> columns = new HashMap<>();
        Map<String, Map<Character, Integer>> cells = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            char digit = digit(numbers.get(i), place);
            digits.merge(digit, 1, Integer::sum);
            columns.merge(kinds.get(i), 1, Integer::sum);
            cells.computeIfAbsent(kinds.get(i), first -> new HashMap<>()).merge(digit, 1, Integer::sum);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Map<Character, Integer>> column : cells.entrySet()) {
            for (Map.Entry<Character, Integer> cell : column.getValue().entrySet()) {
                long observed = cell.getValue();
                long margins = (long) digits.getOrDefault(cell.getKey(), 1) * columns.getOrDefault(column.getKey(), 1);
                sum = sum.add(BigDecimal.valueOf(observed * observed)
                        .divide(BigDecimal.valueOf(margins), MathContext.DECIMAL64));
            }
        }
        BigDecimal kits = BigDecimal.valueOf(numbers.size());
        return kits.multiply(sum).subtract(kits);
    }

    /** The upper quantile of chi-square: d(1 − 2/(9d) + z√(2/(9d)))³ (Wilson and Hilferty 1931, PNAS 17:684–688). */
    private static BigDecimal bound(int degrees) {
        BigDecimal part = BigDecimal.valueOf(2).divide(BigDecimal.valueOf(9L * degrees), MathContext.DECIMAL64);
        BigDecimal root = NORMAL_QUANTILE.multiply(part.sqrt(MathContext.DECIMAL64));
        return BigDecimal.ONE.subtract(part).add(root).pow(3).multiply(BigDecimal.valueOf(degrees));
    }

    private static int distinct(List<String> numbers, int place) {
        return (int)
                numbers.stream().map(number -> digit(number, place)).distinct().count();
    }

    private static char digit(String number, int place) {
        return number.charAt(number.length() - PLACES - 2 + place);
    }
}
