package org.commensal.protocol;

import java.util.List;
import java.util.stream.Stream;
import org.commensal.instrument.Item.Option;
import org.commensal.kernel.Text;
import org.commensal.protocol.Compared.Pair;
import org.commensal.protocol.ItemDifferences.Asked;
import org.commensal.protocol.StudyDifference.Kind;

/** What one item offers to choose from. */
final class OptionDifferences {

    private OptionDifferences() {}

    static Stream<StudyDifference> of(Pair<Asked> pair) {
        Compared<Option> options = Compared.of(
                option -> pair.amended().form(),
                pair.old().item().options(),
                pair.amended().item().options(),
                Option::value);
        String item = pair.code();
        Stream<StudyDifference> order = Compared.whole(
                Kind.OPTION_ORDER,
                pair.amended().form(),
                item,
                true,
                options.sameOrder(),
                Sentence.of(
                        "Item %s lists its options in another order.",
                        "Vraag %s toont de antwoorden in een andere volgorde.", item));
        return Stream.concat(options(options, item), order)
                .map(found -> new StudyDifference(found.kind(), found.file(), item, found.sentence()));
    }

    private static Stream<StudyDifference> options(Compared<Option> options, String item) {
        return Stream.of(
                        options.added(
                                Kind.OPTION_ADDED,
                                option -> Sentence.of(
                                        "Item %s has a new option %s (%s).",
                                        "Vraag %s heeft een nieuw antwoord %s (%s).",
                                        item,
                                        option.value(),
                                        option.label())),
                        options.removed(
                                Kind.OPTION_RETIRED,
                                option -> Sentence.of(
                                        "Item %s no longer has option %s (%s). Whoever chose it keeps it.",
                                        "Vraag %s heeft antwoord %s (%s) niet meer. Wie het koos, houdt het.",
                                        item,
                                        option.value(),
                                        option.label())),
                        options.changed(
                                Kind.OPTION_RELABELLED,
                                option -> List.of(option.label(), option.help()),
                                pair -> Sentence.of(
                                        "Option %s of item %s reads %s.",
                                        "Antwoord %s van vraag %s luidt %s.",
                                        pair.code(),
                                        item,
                                        Sentence.reworded(words(pair.amended()), words(pair.old())))))
                .flatMap(found -> found);
    }

    private static Text words(Option option) {
        return option.help()
                .map(help -> new Text(
                        option.label().en() + " (" + help.en() + ")",
                        option.label().nl() + " (" + help.nl() + ")"))
                .orElse(option.label());
    }
}
