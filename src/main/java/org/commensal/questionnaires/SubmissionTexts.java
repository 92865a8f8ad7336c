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

    static final Text AWAITED = new Text(
            "\"%s\" waits for a second entry. Until then only who entered it may correct it.",
            "\"%s\" wacht op een tweede invoer. Tot die tijd mag alleen wie het invoerde het verbeteren.");
    static final Text BLIND = new Text(
            "\"%s\" waits for a second entry, which you can make. Until then you do not see what was entered first.",
            "\"%s\" wacht op een tweede invoer, die u kunt doen. Tot die tijd ziet u niet wat eerst is ingevoerd.");
    static final Text NOT_TWICE = new Text(
            "There is no form \"%s\" of %s to enter a second time. Look at the list of forms.",
            "Er is geen formulier \"%s\" van %s om nog eens in te voeren. Kijk in de lijst met formulieren.");
    static final Text ENTERED_TWICE = new Text(
            "\"%s\" was entered a second time before. Look at what differs.",
            "\"%s\" is al een tweede keer ingevoerd. Kijk naar de verschillen.");
    static final Text SAME_PERSON = new Text(
            "You entered \"%s\" or corrected it. Another person has to enter it the second time.",
            "U hebt \"%s\" ingevoerd of verbeterd. Iemand anders moet het de tweede keer invoeren.");
    static final Text ENTRY_USED = new Text(
            "A second entry with this id was saved with other answers. Give another entry a new id.",
            "Een tweede invoer met dit id is al bewaard met andere antwoorden. Geef een andere invoer een nieuw id.");
    static final Text CHOOSE = new Text(
            "Choose for at least one question which answer is right.",
            "Kies bij minstens één vraag welk antwoord klopt.");
    static final Text WHY_CHOSEN = new Text(
            "Say why this is right, in at most 2000 characters.",
            "Geef aan waarom dit klopt, in hoogstens 2000 tekens.");
    static final Text NO_DIFFERENCE = new Text(
            "The entries do not differ on \"%s\", or it was decided. Look again.",
            "De invoer verschilt niet bij \"%s\", of er is al gekozen. Kijk opnieuw.");
    static final Text DECIDED = new Text(
            "A decision with this id was saved with other choices. Give another decision a new id.",
            "Een keuze met dit id is al bewaard met andere antwoorden. Geef een andere keuze een nieuw id.");

    static final Text NO_VERSION = new Text(
            "Site %s never worked with version \"%s\" of the study. Leave version out for the one that it works with.",
            "Centrum %s heeft nooit met versie \"%s\" van de studie gewerkt. Laat version weg voor de versie van nu.");

    private SubmissionTexts() {}
}
