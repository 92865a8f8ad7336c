package org.commensal.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;

/**
 * What of a study is compared with its source (risk-based monitoring, ICH E6(R3) 3.11.4): some forms of a share of the
 * participants, and some items of everybody.
 *
 * @param share of the participants, in percent
 * @param forms that are compared whole of those who are selected
 * @param critical items that are compared of everybody
 */
public record SourceVerification(int share, List<String> forms, List<String> critical) {

    private static final long WHOLE = 1L << 32;
    private static final int PERCENT = 100;

    public SourceVerification {
        forms = List.copyOf(forms);
        critical = List.copyOf(critical);
    }

    /**
     * Whether a participant is one of the share: where the first 32 bits of the SHA-256 of {@code study/code} in UTF-8, as
     * a fraction of 2<sup>32</sup>, are below it. A larger share keeps everybody who was selected.
     */
    public boolean selects(String study, String participant) {
        return first32Bits(study + "/" + participant) * PERCENT < share * WHOLE;
    }

    /** The questions of a form that are to be compared with its source, of somebody who is selected or is not. */
    public List<String> required(Questionnaire form, boolean selected) {
        boolean whole = selected && forms.contains(form.id());
        return questions(form).stream()
                .filter(item -> whole || critical.contains(item))
                .toList();
    }

    /** Every question of a form; what is computed has no source. */
    public static List<String> questions(Questionnaire form) {
        return form.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .map(Item::code)
                .toList();
    }

    private static long first32Bits(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
