package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.pages.StaticTemplates;
import org.commensal.pages.Templates;
import org.commensal.web.enrolment.ParticipantList;
import org.commensal.web.enrolment.ParticipantsAsked;
import org.commensal.web.questionnaires.Asking;
import org.commensal.web.questionnaires.Question;
import org.commensal.web.questionnaires.Question.Choice;
import org.commensal.web.questionnaires.Question.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every page keeps to: nothing inline, nothing unescaped, one language, no name of the product in an address. */
class PagesTest {

    private static final String HOSTILE = "<script>alert('1')</script>\" onfocus=\"x";

    private final Templates pages = new StaticTemplates();

    @Test
    void whatPeopleWroteIsEscaped() {
        String attribute = pages.enrolmentParticipants(screen(Language.EN, false), list(HOSTILE))
                .render();
        assertThat(attribute).doesNotContain("\" onfocus=").contains("&#34; onfocus=&#34;x");
        String text = pages.accessRefused(screen(Language.EN, false), HOSTILE, HOSTILE)
                .render();
        assertThat(text).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsInline(Language language) {
        String page = pages.questionnairesAsking(screen(language, true), asking(Shape.CARDS, Optional.empty()))
                .render();
        assertThat(page).doesNotContain(" style=", "<style", "javascript:").doesNotContainPattern("\\son[a-z]+=");
        assertThat(page).doesNotContainPattern("<script(?! src=)");
        assertThat(page).contains("<html lang=\"" + language.code() + "\"");
    }

    @Test
    void migraineModeIsRenderedAndNotSwitchedAfterwards() {
        Asking asking = asking(Shape.CARDS, Optional.empty());
        assertThat(pages.questionnairesAsking(screen(Language.EN, true), asking).render())
                .contains("class=\"migraine\"", "aria-pressed=\"true\"");
        assertThat(pages.questionnairesAsking(screen(Language.EN, false), asking)
                        .render())
                .doesNotContain("class=\"migraine\"");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aFaultIsTiedToItsField(Shape shape) {
        String page = pages.questionnairesAsking(
                        screen(Language.EN, false), asking(shape, Optional.of("Give an answer.")))
                .render();
        assertThat(page)
                .contains("id=\"worst\"", "id=\"worst-fault\"", "worst-hint worst-fault")
                .contains(shape.grouped() ? "<legend><h1>" : "<label for=\"worst\">");
    }

    @Test
    void onlyAChoiceOfTwoAnswersAtOnce() {
        assertThat(render(List.of(choice("true"), choice("false")))).contains("data-at-once");
        assertThat(render(List.of(choice("1"), choice("2"), choice("3")))).doesNotContain("data-at-once");
    }

    @Test
    void aQuestionThatMustBeAnsweredOffersNoSkip() {
        Question required = question(Shape.CARDS, true, Optional.empty(), List.of(choice("1"), choice("2")));
        assertThat(pages.questionnairesAsking(screen(Language.EN, false), asking(required))
                        .render())
                .doesNotContain("_skip");
        assertThat(render(List.of(choice("1"), choice("2")))).contains("_skip");
    }

    private String render(List<Choice> choices) {
        Question question = question(Shape.CARDS, false, Optional.empty(), choices);
        return pages.questionnairesAsking(screen(Language.EN, false), asking(question))
                .render();
    }

    private static Asking asking(Shape shape, Optional<String> fault) {
        return asking(question(shape, false, fault, List.of(choice("1"), choice("2"), choice("3"))));
    }

    private static Asking asking(Question question) {
        return new Asking(
                question,
                "Your day",
                "Monday 23 November",
                "/today/diary/2026-11-23",
                "/today",
                2,
                5,
                false,
                new Asking.Draft("diary/2026-11-23", "1", "{}", ""),
                Optional.empty(),
                Optional.empty());
    }

    private static Question question(Shape shape, boolean required, Optional<String> fault, List<Choice> choices) {
        return new Question(
                "worst",
                shape,
                "How bad was it?",
                Optional.of("At its worst."),
                choices,
                List.of(),
                "h",
                required,
                false,
                false,
                fault,
                Optional.empty(),
                false,
                List.of());
    }

    /** Its field, with a script a line as well, which has no place of its own until somebody gives it one. */
    @Test
    void aLineIsANumberFieldWithoutAScriptAndBeginsUnanswered() {
        String page = pages.questionnairesAsking(screen(Language.EN, false), asking(Shape.ANALOGUE, Optional.empty()))
                .render();

        assertThat(page)
                .containsPattern("<input class=\"line\" type=\"range\"[^>]* data-line=\"worst\"[^>]* hidden>")
                .containsPattern("<input class=\"short\" id=\"worst\" name=\"worst\" type=\"text\"[^>]*value=\"\"")
                .doesNotContainPattern("type=\"range\"[^>]* name=");
    }

    @Test
    void anUnusualAnswerIsConfirmedWithATickThatNamesIt() {
        Question plain = question(Shape.NUMBER, false, Optional.empty(), List.of());
        Question doubted = new Question(
                plain.code(),
                plain.shape(),
                plain.text(),
                plain.hint(),
                plain.choices(),
                List.of("40"),
                plain.unit(),
                plain.required(),
                plain.mayRefuse(),
                plain.conditional(),
                Optional.empty(),
                Optional.of("Is it right?"),
                false,
                List.of());
        String page = pages.questionnairesAsking(screen(Language.EN, false), asking(doubted))
                .render();

        assertThat(page)
                .contains("name=\"_confirmed\" value=\"worst=40\"", "Is it right?", "worst-doubt")
                .doesNotContain("checked");
    }

    private static Choice choice(String value) {
        return new Choice(value, "Choice " + value, Optional.empty());
    }

    private static ParticipantList list(String search) {
        return new ParticipantList(
                "/studies/a",
                ParticipantsAsked.search(search),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Paging(0, 50, 0, false, "?page="),
                Optional.empty(),
                false,
                true);
    }

    private static Screen screen(Language language, boolean migraineMode) {
        return new Screen(
                Texts.in(language),
                "/today",
                migraineMode,
                Optional.of(new Screen.Person("Sanne de Vries", "Coordinator")),
                Optional.empty(),
                List.of(new Screen.Entry("/studies", "Studies")));
    }
}
