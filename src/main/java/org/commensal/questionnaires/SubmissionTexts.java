package org.commensal.questionnaires;

import org.commensal.kernel.Text;

/** Why a submission is declined, and what to do. */
final class SubmissionTexts {

    static final Text NO_CONSENT = new Text(
            "%s has not consented, so nothing may be filled in. Record the signed consent first.",
            "%s heeft geen toestemming gegeven, dus er mag niets ingevuld worden. Leg eerst de toestemming vast.");
    static final Text NO_TASK = new Text(
            "There is nothing to fill in called \"%s\" for %s. Look at the list of tasks.",
            "Er is geen vragenlijst \"%s\" voor %s. Kijk in de lijst met taken.");
    static final Text OTHER_CONTENT = new Text(
            "A response with this id was saved with other answers. Give a new response a new id.",
            "Een antwoord met dit id is al bewaard met andere inhoud. Geef een nieuw antwoord een nieuw id.");
    static final Text ANSWERED = new Text(
            "\"%s\" was filled in before. The study team can correct it, with a reason.",
            "\"%s\" is al ingevuld. Het studieteam kan het verbeteren, met een reden.");
    static final Text NOT_NEWEST = new Text(
            "Somebody corrected this response since you looked at it. Look again, and correct the newest one.",
            "Iemand heeft dit antwoord intussen verbeterd. Kijk opnieuw en verbeter het nieuwste antwoord.");
    static final Text WHY = new Text(
            "Say why the answer is corrected, in at most 2000 characters.",
            "Geef aan waarom het antwoord verbeterd wordt, in hoogstens 2000 tekens.");
    static final Text TOO_EARLY = new Text("This can be filled in from %s.", "Dit kunt u invullen vanaf %s.");
    static final Text LOCKED = new Text(
            "This day could be filled in until %s. Tell the study team if you still want to report it.",
            "Deze dag kon u invullen tot en met %s. Neem contact op met het studieteam als u deze dag nog wilt melden.");
    static final Text FUTURE = new Text(
            "This was filled in at a time to come. Check the clock of the device and send it again.",
            "Dit is ingevuld op een tijd in de toekomst. Controleer de klok van het apparaat en stuur het opnieuw.");
    static final Text FROZEN = new Text(
            "The data of \"%s\" are frozen: nothing is entered or corrected. The data manager can thaw them, with a reason.",
            "De gegevens van \"%s\" zijn bevroren: er wordt niets ingevuld of verbeterd. De datamanager kan ze ontdooien, met een reden.");
    static final Text FINAL = new Text(
            "The data of \"%s\" are locked: nothing is entered or corrected. The data manager can unlock them, with a reason.",
            "De gegevens van \"%s\" zijn vergrendeld: er wordt niets ingevuld of verbeterd. De datamanager kan ze ontgrendelen, met een reden.");
    static final Text STOPPED = new Text(
            "%s stopped with this. Nothing more is filled in or corrected.",
            "%s is hiermee gestopt. Er wordt niets meer ingevuld of verbeterd.");

    static final Text NO_VERSION = new Text(
            "Site %s never worked with version \"%s\" of the study. Leave version out for the one that it works with.",
            "Centrum %s heeft nooit met versie \"%s\" van de studie gewerkt. Laat version weg voor de versie van nu.");

    private SubmissionTexts() {}
}
