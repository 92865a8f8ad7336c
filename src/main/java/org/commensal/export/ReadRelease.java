package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.ReleaseTokens;
import org.commensal.access.ReleaseTokens.Holder;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.export.ReleasedTables.Content;
import org.commensal.export.redcap.Answer;
import org.commensal.export.redcap.Wanted;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Table;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Study;

/**
 * Answers programs that read a release with its token, as REDCap would.
 *
 * <p>The first use of a token on a day is recorded as a download. What was read is not.
 */
@ApplicationScoped
public class ReadRelease {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ReleaseTokens tokens;

    @Inject
    ReleaseLedger ledger;

    @Inject
    ReleasedTables released;

    @Inject
    BlindedTables tables;

    /**
     * The release that a token opens, while its maker may still download it.
     *
     * @param address of the device it comes from, by which wrong tokens are counted
     * @throws Refusal {@code NOT_ALLOWED} for a token that does not hold, {@code TOO_MANY} after too many
     */
    @Transactional
    public Release open(String token, String address) {
        Holder holder = tokens.recognise(token, address);
        ActingAs as = stillAllowed(holder, address);
        Release release = ledger.find(holder.study(), holder.release())
                .filter(Release::isDownloadable)
                .orElseThrow(() -> tokens.wrong(address));
        if (tokens.isFirstToday(holder.token())) {
            Map<String, String> what = Map.of(
                    "release", release.id().toString(), "token", holder.token().toString());
            UUID entry = audit.record(as, "dataset.downloaded", release.name(), "", what);
            tokens.usedToday(holder.token(), entry);
        }
        return release;
    }

    /** The answer, with everything refused that can be; {@link #write} reads the rows. */
    @Transactional
    public Answer answer(Release release, Wanted wanted) {
        Content content = released.of(release);
        List<Study> studies = content.studies();
        Study newest = studies.get(studies.size() - 1);
        List<Table> all = content.disclosed().tables();
        List<Table> read = wanted.asksForEverybody() ? HeldTables.of(all, HeldTables.BYTES) : all;
        return Answer.of(
                wanted,
                number(release),
                DatasetZip.dataset(content.versions(), release, read),
                Occasions.of(studies, words -> tables.maySay(newest, release.specification(), words)));
    }

    /** Writes an answer, all of it read in one transaction. */
    @Transactional
    public void write(Answer answer, OutputStream out) {
        answer.content().accept(out);
    }

    /** Whoever lost the role since is refused as a wrong token is. */
    private ActingAs stillAllowed(Holder holder, String address) {
        try {
            return permission.require(holder.actor(), Right.DOWNLOAD_RELEASE, holder.study());
        } catch (Refusal taken) {
            throw tokens.wrong(address);
        }
    }

    /** From its id, the same whenever it is read; at least 1. */
    private static int number(Release release) {
        return 1 + (int) (release.id().getMostSignificantBits() >>> 34);
    }
}
