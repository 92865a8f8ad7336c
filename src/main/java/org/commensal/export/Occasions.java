package org.commensal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commensal.export.redcap.Occasion;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.protocol.Study;

/** When forms are filled in, by all versions of a protocol: its visits, its blocks of diary days, its events. */
final class Occasions {

    private Occasions() {}

    /**
     * @param sayable whether what an occasion is called may stand beside the tables; where not, its code does
     * @return each code once: as the newest version has it, in its order, then what was retired
     */
    static List<Occasion> of(List<Study> versions, Predicate<Text> sayable) {
        Map<String, Occasion> byCode = new LinkedHashMap<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            in(versions.get(i).schedule())
                    .map(occasion -> sayable.test(occasion.label()) ? occasion : unnamed(occasion))
                    .forEach(occasion -> byCode.merge(occasion.code(), occasion, Occasions::together));
        }
        return List.copyOf(byCode.values());
    }

    private static Occasion unnamed(Occasion occasion) {
        return new Occasion(occasion.code(), Text.same(occasion.code()), occasion.repeats(), occasion.forms());
    }

    private static Stream<Occasion> in(Schedule schedule) {
        List<Occasion> occasions = new ArrayList<>();
        schedule.visits()
                .forEach(visit -> occasions.add(new Occasion(
                        visit.code(),
                        visit.name(),
                        false,
                        visit.forms().stream().map(VisitForm::form).toList())));
        schedule.blocks()
                .forEach(block -> occasions.add(new Occasion(block.code(), block.name(), true, List.of(block.form()))));
        schedule.events()
                .forEach(event -> occasions.add(
                        new Occasion(event.code(), event.name(), event.repeating(), List.of(event.form()))));
        return occasions.stream();
    }

    private static Occasion together(Occasion newer, Occasion older) {
        Set<String> forms = new LinkedHashSet<>(newer.forms());
        forms.addAll(older.forms());
        boolean repeats = newer.repeats() || older.repeats();
        return new Occasion(newer.code(), newer.label(), repeats, List.copyOf(forms));
    }
}
