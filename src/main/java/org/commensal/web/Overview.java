package org.commensal.web;

import java.util.List;
import java.util.Optional;

/** How a study stands, for the people who recruit and follow up. */
public record Overview(
        List<Fact> facts,
        List<Attention> attention,
        int more,
        Optional<EnrolmentCurve> curve,
        Completeness completeness) {

    /**
     * A key figure.
     *
     * @param unit set small behind the figure
     * @param percent of a goal, for a bar; negative for none
     */
    public record Fact(String label, String figure, String unit, String foot, boolean warns, int percent) {}

    /** Something that waits for somebody. */
    public record Attention(String tag, Tone tone, String code, String href, String reason, String due) {}

    /** How loud a tag is. */
    public enum Tone {
        PLAIN(""),
        TEAL("teal"),
        AMBER("amber"),
        ROSE("rose");

        private final String style;

        Tone(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }
}
