package org.commensal.access;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;

/** What each right allows, in the words of a refusal: something that one does. */
final class RightWords {

    private static final Map<Right, Text> WORDS = Map.ofEntries(
            entry(
                    Right.PUBLISH_STUDY,
                    new Text("publish a version of a study", "een versie van een studie publiceren")),
            entry(
                    Right.APPROVE_AMENDMENT,
                    new Text("approve an amendment", "een wijziging van het protocol goedkeuren")),
            entry(
                    Right.RELEASE_AMENDMENT,
                    new Text(
                            "put an amendment in force at sites",
                            "een wijziging van het protocol laten ingaan in centra")),
            entry(
                    Right.SEE_AMENDMENTS,
                    new Text("see what an amendment changes", "zien wat een wijziging van het protocol verandert")),
            entry(Right.DRY_RUN, new Text("try the allocation on a test list", "een proefloting doen")),
            entry(Right.APPROVE_GO_LIVE, new Text("approve that a study opens", "goedkeuren dat een studie opengaat")),
            entry(
                    Right.SEE_GO_LIVE,
                    new Text(
                            "see what is on file before a study opens",
                            "zien wat is vastgelegd voordat een studie opengaat")),
            entry(Right.ACTIVATE_STUDY, new Text("activate a study", "een studie activeren")),
            entry(Right.CONTRIBUTE_TO_SEED, new Text("contribute to the seed", "bijdragen aan het startgetal")),
            entry(
                    Right.APPROVE_REVEAL,
                    new Text("approve that the seed is revealed", "goedkeuren dat het startgetal wordt getoond")),
            entry(Right.VERIFY_ALLOCATIONS, new Text("verify the allocations", "de loting controleren")),
            entry(
                    Right.DOWNLOAD_LEDGER,
                    new Text("download the revealed ledger", "de loting met het startgetal downloaden")),
            entry(
                    Right.CHANGE_STUDY_STATE,
                    new Text("pause, close or lock a study", "een studie pauzeren, sluiten of vergrendelen")),
            entry(Right.SEE_STUDY, new Text("see the study", "de studie zien")),
            entry(Right.SCREEN, new Text("screen participants", "deelnemers screenen")),
            entry(Right.RECORD_CONSENT, new Text("record consent", "toestemming vastleggen")),
            entry(Right.SIGN_CONSENT, new Text("sign consent", "toestemming tekenen")),
            entry(Right.ENROL, new Text("enrol participants", "deelnemers inschrijven")),
            entry(Right.WITHDRAW, new Text("record a withdrawal", "vastleggen dat iemand stopt")),
            entry(
                    Right.ISSUE_LINK,
                    new Text("give a participant a personal link", "een deelnemer een persoonlijke link geven")),
            entry(Right.SEE_PARTICIPANTS, new Text("see participants", "deelnemers zien")),
            entry(Right.SEE_IDENTITY, new Text("see who a participant is", "zien wie een deelnemer is")),
            entry(Right.SEE_FLOW, new Text("see the flow of participants", "het verloop van de deelnemers zien")),
            entry(Right.EXPORT_LISTS, new Text("download lists", "lijsten downloaden")),
            entry(Right.SEE_ELIGIBILITY, new Text("see eligibility", "geschiktheid zien")),
            entry(Right.RANDOMISE, new Text("randomise participants", "deelnemers randomiseren")),
            entry(Right.REVEAL_ALLOCATION, new Text("see an allocation", "een toewijzing zien")),
            entry(Right.BREAK_CODE, new Text("break a code", "een code verbreken")),
            entry(Right.REVIEW_CODE_BREAK, new Text("review a code break", "het verbreken van een code beoordelen")),
            entry(Right.REQUEST_UNBLINDING, new Text("ask for unblinding", "deblindering aanvragen")),
            entry(Right.APPROVE_UNBLINDING, new Text("decide on unblinding", "over deblindering beslissen")),
            entry(
                    Right.RECORD_ALLOCATION_EVENT,
                    new Text("record something of an allocation", "iets over een toewijzing vastleggen")),
            entry(
                    Right.APPROVE_FORCED_ALLOCATION,
                    new Text(
                            "approve a forced allocation",
                            "goedkeuren dat iemand dezelfde groep krijgt als een ander")),
            entry(Right.ISSUE_ENVELOPES, new Text("issue and print envelopes", "enveloppen uitgeven en afdrukken")),
            entry(
                    Right.SPOIL_ENVELOPE,
                    new Text("record that an envelope is not used", "vastleggen dat een envelop niet wordt gebruikt")),
            entry(Right.SIGN_ENVELOPE, new Text("sign for an opened envelope", "tekenen voor een geopende envelop")),
            entry(
                    Right.SEE_ALLOCATION_REQUESTS,
                    new Text("see allocations outside the streams", "toewijzingen buiten de reeksen zien")),
            entry(
                    Right.SEE_UNBLINDINGS,
                    new Text("see the register of unblinding", "het register van deblinderingen zien")),
            entry(Right.SEE_TASKS, new Text("see what has to be filled in", "zien wat er moet worden ingevuld")),
            entry(
                    Right.SUBMIT_OWN_RESPONSE,
                    new Text("fill in forms of a participant", "formulieren van een deelnemer invullen")),
            entry(
                    Right.SUBMIT_STAFF_RESPONSE,
                    new Text("fill in forms of staff", "formulieren van medewerkers invullen")),
            entry(
                    Right.CHOOSE_REMINDERS,
                    new Text("choose the reminders of a participant", "de herinneringen van een deelnemer kiezen")),
            entry(Right.SEE_OWN_DIARY, new Text("see the own diary", "het eigen dagboek zien")),
            entry(Right.SEE_RESPONSES, new Text("see answers", "antwoorden zien")),
            entry(Right.CORRECT_RESPONSE, new Text("correct answers", "antwoorden corrigeren")),
            entry(
                    Right.RESOLVE_DIFFERENCE,
                    new Text("decide between two entries", "kiezen tussen twee keer ingevoerde antwoorden")),
            entry(Right.SEE_ADVERSE_EVENTS, new Text("see adverse events", "ongewenste voorvallen zien")),
            entry(
                    Right.JUDGE_ADVERSE_EVENT,
                    new Text(
                            "judge an adverse event or sign its report",
                            "een ongewenst voorval beoordelen of het rapport ervan ondertekenen")),
            entry(Right.IMPORT_RESULTS, new Text("import results", "uitslagen inlezen")),
            entry(
                    Right.FREEZE_DATA,
                    new Text("freeze, thaw, lock or unlock data", "gegevens bevriezen, ontdooien of vergrendelen")),
            entry(
                    Right.VERIFY_SOURCE,
                    new Text("verify forms against their source", "formulieren met de brongegevens vergelijken")),
            entry(Right.SIGN_DATA, new Text("sign data", "gegevens ondertekenen")),
            entry(Right.HANDLE_ALERT, new Text("handle alerts", "meldingen afhandelen")),
            entry(Right.RAISE_QUERY, new Text("raise and close queries", "query's stellen en sluiten")),
            entry(Right.ANSWER_QUERY, new Text("answer queries", "query's beantwoorden")),
            entry(Right.SEE_DEVIATIONS, new Text("see protocol deviations", "afwijkingen van het protocol zien")),
            entry(
                    Right.RECORD_DEVIATION,
                    new Text("record protocol deviations", "afwijkingen van het protocol vastleggen")),
            entry(
                    Right.CONFIRM_DEVIATION,
                    new Text("confirm protocol deviations", "afwijkingen van het protocol bevestigen")),
            entry(Right.SEE_MISSING_DATA, new Text("see what data are missing", "zien welke gegevens ontbreken")),
            entry(Right.SEE_KITS, new Text("see the kits", "de verpakkingen zien")),
            entry(Right.HANDLE_KITS, new Text("receive and hand out kits", "verpakkingen ontvangen en meegeven")),
            entry(
                    Right.MANAGE_KITS,
                    new Text("make, send and recall kits", "verpakkingen maken, versturen en terugroepen")),
            entry(Right.SIMULATE, new Text("simulate the allocation", "de loting simuleren")),
            entry(Right.RELEASE, new Text("make a dataset", "een dataset maken")),
            entry(Right.SEE_RELEASES, new Text("see the datasets", "de datasets zien")),
            entry(Right.APPROVE_RELEASE, new Text("approve a dataset", "een dataset goedkeuren")),
            entry(
                    Right.APPROVE_MASKED_ARMS,
                    new Text(
                            "approve that a dataset tells groups apart",
                            "goedkeuren dat een dataset groepen onderscheidt")),
            entry(Right.DOWNLOAD_RELEASE, new Text("download a dataset", "een dataset downloaden")),
            entry(
                    Right.SEE_RELEASE_CHECKS,
                    new Text("see why a dataset was withheld", "zien waarom een dataset niet is vrijgegeven")),
            entry(
                    Right.ACCEPT_RELEASE_CHECK,
                    new Text("accept what withheld a dataset", "aanvaarden wat een dataset tegenhield")),
            entry(Right.READ_AUDIT, new Text("read the audit trail", "de audit trail lezen")),
            entry(Right.MANAGE_PEOPLE, new Text("invite people and give roles", "mensen uitnodigen en rollen geven")));

    private RightWords() {}

    static Text of(Right right) {
        return Optional.ofNullable(WORDS.get(right)).orElseThrow();
    }
}
