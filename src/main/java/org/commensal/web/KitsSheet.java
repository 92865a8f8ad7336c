package org.commensal.web;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Overview.Tone;

/**
 * The kits of a study, as far as this person may see them.
 *
 * @param base the address of this page
 * @param prefix that kit numbers begin with
 * @param alarms what somebody must look at, and where
 * @param kinds the stock of each kind, for the unblinded alone; empty for everybody else
 * @param more how many kits are not in the table
 * @param manages whether this person makes, sends and recalls kits
 * @param writesOff whether this person records what was lost, damaged or destroyed
 * @param said what the last act did
 */
public record KitsSheet(
        String base,
        String prefix,
        List<Alarm> alarms,
        List<Stock> stock,
        Optional<Kinds> kinds,
        List<Line> kits,
        int more,
        boolean manages,
        boolean writesOff,
        List<SiteChoice> sites,
        Optional<String> said) {

    /**
     * @param about a site, or the code of a participant
     * @param href where it is dealt with, for those who may
     */
    public record Alarm(String tag, Tone tone, String about, Optional<String> href, String text) {}

    public record Stock(String site, int inStock, boolean low, int onTheWay, boolean enough, int expiring) {}

    /** @param names of the kinds, in the order of the counts in each row */
    public record Kinds(List<String> names, List<Row> rows) {

        public record Row(String place, List<String> counts, boolean low) {}
    }

    public record Line(
            String number,
            String state,
            Tone tone,
            String expiry,
            String batch,
            String site,
            Optional<ParticipantFile.Step> participant) {}
}
