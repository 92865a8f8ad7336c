package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.commensal.pages.Templates;
import org.commensal.questionnaires.OwnDiary;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** What participants get back: their own diary as a calendar, and counted by month. */
@ApplicationScoped
@Path("/own-diary")
@Produces(MediaType.TEXT_HTML)
public class OwnDiaryPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    OwnDiary diary;

    /** @param month such as {@code 2026-11}; the newest where it is absent or none */
    @GET
    public JteModel show(@QueryParam("month") @Nullable String month) {
        DiaryOwner.Owner owner = owners.require();
        Screen screen = screens.plain();
        LocalDate today = owners.today(owner);
        Optional<DiaryCalendar> calendar = diary.of(owner.actor(), owner.study().id(), owner.code())
                .map(days -> DiaryCalendar.of(days, asked(month), today, screen.texts()));
        return pages.questionnairesOwnDiary(screen, calendar, screen.texts().weekday(today));
    }

    private static Optional<YearMonth> asked(@Nullable String month) {
        try {
            return Optional.ofNullable(month).map(YearMonth::parse);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
