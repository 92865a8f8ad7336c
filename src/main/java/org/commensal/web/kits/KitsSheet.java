package org.commensal.web.kits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.web.Link;
import org.commensal.web.Screen;
import org.commensal.web.SiteChoice;
import org.commensal.web.Tone;

/**
 * The kits of a study, as far as this person may see them.
 *
 * @param base the address of this page
 * @param prefix that kit numbers begin with
 * @param alarms what somebody must look at, and where
 * @param kinds the stock of each kind, for the unblinded alone; empty for everybody else
 * @param kits by state
 * @param manages whether this person makes, sends and recalls kits
 * @param writesOff whether this person records what was lost, damaged or destroyed
 * @param key of the next shipment, so that it is sent once
 * @param said what the last act did
 */
public record KitsSheet(
        String base,
        String prefix,
        List<Alarm> alarms,
        List<Stock> stock,
        Optional<Kinds> kinds,
        List<Group> kits,
        boolean manages,
        boolean writesOff,
        List<SiteChoice> sites,
        String key,
        Optional<String> said) {

    /** What each field is called, for what is wrong with a form. */
    public static Map<String, String> labels(Screen screen) {
        return Map.ofEntries(
                Map.entry("batch", screen.t("kits.batch")),
                Map.entry("expiry", screen.t("kits.expiry")),
                Map.entry("sets", screen.t("kits.sets")),
                Map.entry("site", screen.t("site")),
                Map.entry("shipped", screen.t("kits.sets")),
                Map.entry("number", screen.t("kits.on-the-box")),
                Map.entry("broken", screen.t("kits.on-the-box")),
                Map.entry("what", screen.t("kits.what")),
                Map.entry("reason", screen.t("kits.reason")),
                Map.entry("recalled", screen.t("kits.batch")),
                Map.entry("why", screen.t("kits.reason")),
                Map.entry("units", screen.t("kits.left")),
                Map.entry("visit", screen.t("kits.visit")));
    }

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

    /**
     * The kits of one state.
     *
     * @param count how many there are, of which {@code lines} are the first
     */
    public record Group(String state, Tone tone, int count, List<Line> lines) {}

    public record Line(String number, String expiry, String batch, String site, Optional<Link> participant) {}
}
