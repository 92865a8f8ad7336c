package org.commensal.exchange;

/**
 * The names under which our exports carry what a format has no place for.
 *
 * <p>In ODM they are contexts of {@code Alias} and {@code FormalExpression}, which every schema of it allows; in FHIR
 * they are the addresses of extensions.
 */
final class Vendor {

    static final String NAMESPACE = "urn:study-protocol:";
    static final String EXPRESSION = NAMESPACE + "expression";
    static final String ASK_IF = NAMESPACE + "ask-if";
    static final String TYPE = NAMESPACE + "type";
    static final String EXPORT = NAMESPACE + "export";
    static final String RESULT = NAMESPACE + "result";
    static final String FORMULA = NAMESPACE + "formula";
    static final String MINUTES = NAMESPACE + "minutes";
    static final String INTRO = NAMESPACE + "intro";
    static final String ATTRIBUTION = NAMESPACE + "attribution";
    static final String HELP = NAMESPACE + "help";
    static final String SCORE = NAMESPACE + "score";
    static final String BAND = NAMESPACE + "band";

    private Vendor() {}
}
