package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;

/**
 * What is on file before a study opens to participants, as one reader sees it.
 *
 * @param base the address of this page
 * @param open whether the study is open already, so that nothing is left to be done
 * @param amends whether it is a new scheme of a study that is open
 * @param simulations where the allocation is simulated, for those who may
 * @param tries whether this reader may perform a dry run and see its list
 * @param approves whether this reader may approve now
 * @param activation where the study is activated, for those who may, once nothing is missing
 */
public record GoLiveSheet(
        String base,
        String version,
        boolean open,
        boolean amends,
        List<Item> items,
        Optional<String> simulations,
        List<Run> runs,
        List<Given> approvals,
        boolean tries,
        boolean approves,
        Optional<String> activation) {

    /** @param todo what is to be done; empty where it is on file */
    public record Item(String label, Optional<String> todo) {}

    /** @param list where the test list is taken, for those who may see it */
    public record Run(String at, int participants, boolean passed, Optional<String> list) {}

    public record Given(String name, String role, String reference, String at) {}
}
