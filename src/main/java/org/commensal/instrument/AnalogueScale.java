package org.commensal.instrument;

import java.util.List;

/**
 * The visual analogue scale: a mark on a line of 100 mm, read in whole millimetres from its left end (Hayes and Patterson
 * 1921, Psychol Bull 18:98). The two ends have a label each, as the options 0 and 100.
 */
final class AnalogueScale extends NumberBetween {

    private static final int LENGTH = 100;

    AnalogueScale() {
        super(true, LENGTH);
    }

    @Override
    public boolean hasOptions() {
        return true;
    }

    @Override
    public List<String> optionValues() {
        return List.of("0", String.valueOf(LENGTH));
    }
}
