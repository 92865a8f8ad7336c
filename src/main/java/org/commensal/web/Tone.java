package org.commensal.web;

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
