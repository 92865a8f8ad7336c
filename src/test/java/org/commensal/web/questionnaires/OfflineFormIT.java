package org.commensal.web.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.UsualLimits;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.pages.StaticTemplates;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.web.Screen;
import org.commensal.web.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The phone asks, reads and computes as the server does: every form of every shipped study is filled in in many ways, by
 * chance from a fixed seed, on both sides.
 */
class OfflineFormIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int WAYS = 40;
    private static final Screen SCREEN =
            new Screen(Texts.in(Language.NL), "/today", false, Optional.empty(), Optional.empty(), List.of());

    private static final String ON_THE_PHONE = """
            async ({form, ways}) => {
              const sheets = await import("http://phone.example/sheet.js");
              const answers = await import("http://phone.example/answers.js");
              form = JSON.parse(form);
              const digits = ({digits, scale}) => {
                const sign = digits < 0n ? "-" : "";
                let text = String(digits < 0n ? -digits : digits) + "0".repeat(Math.max(0, -scale));
                if (scale > 0) {
                  text = text.padStart(scale + 1, "0");
                  text = (text.slice(0, -scale) + "." + text.slice(-scale)).replace(/0+$/, "").replace(/[.]$/, "");
                }
                return sign + text;
              };
              const say = (value) =>
                value === null || value === undefined ? "" :
                typeof value !== "object" ? String(value) :
                Array.isArray(value) ? value.join("|") :
                "digits" in value ? digits(value) :
                "day" in value ? value.day :
                Object.keys(value.parts).sort().map((part) => part + "=" + say(value.parts[part])).join("|");
              const all = (object) => Object.fromEntries(Object.entries(object).map(([code, value]) => [code, say(value)]));
              return JSON.parse(ways).map((given) => {
                const {asked, values} = sheets.fill(form, given);
                const faults = {}, doubts = {};
                for (const item of asked) {
                  const {fault} = answers.read(item, given[item.code]);
                  if (fault !== undefined) faults[item.code] = fault;
                  const doubt = answers.doubt(item, given[item.code]);
                  if (doubt !== null) doubts[item.code] = doubt;
                }
                return {asked: asked.map((item) => item.code), faults, doubts, values: all(sheets.scores(form, values))};
              });
            }""";

    @Test
    @SuppressWarnings("unchecked")
    void thePhoneFillsInEveryFormAsTheServerDoes() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "No Chromium is installed.");
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Page page = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")))
                    .newPage();
            page.route("http://phone.example/**", OfflineFormIT::file);
            page.navigate("http://phone.example/");
            OfflineForm writer = new OfflineForm(new StaticTemplates(), SCREEN);
            for (Study study : studies()) {
                for (Questionnaire form : study.questionnaires().values()) {
                    List<Map<String, @Nullable Object>> ways = ways(form);
                    Map<String, Object> sent = Map.of(
                            "form",
                            writer.of(study, form).toString(),
                            "ways",
                            ways.stream()
                                    .map(org.commensal.questionnaires.Drafts::json)
                                    .collect(Collectors.joining(",", "[", "]")));
                    List<Map<String, Object>> phone = (List<Map<String, Object>>) page.evaluate(ON_THE_PHONE, sent);
                    for (int i = 0; i < ways.size(); i++) {
                        assertThat(phone.get(i))
                                .as(study.id() + " " + form.id() + " " + ways.get(i))
                                .isEqualTo(onTheServer(form, ways.get(i), phone.get(i)));
                    }
                }
            }
        }
    }

    private static List<Study> studies() {
        return Stream.of("gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy")
                .map(id -> StudyReader.read(Path.of("study-protocols", id)))
                .toList();
    }

    private static void file(Route route) {
        String name = route.request().url().replaceFirst(".*/", "");
        try (InputStream asset = OfflineFormIT.class.getResourceAsStream("/assets/" + name)) {
            String body = name.isEmpty()
                    ? "<!DOCTYPE html><title>Phone</title>"
                    : new String(Objects.requireNonNull(asset).readAllBytes(), StandardCharsets.UTF_8);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(name.isEmpty() ? "text/html" : "text/javascript")
                    .setBody(body));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Object> onTheServer(
            Questionnaire form, Map<String, @Nullable Object> given, Map<String, Object> phone) {
        List<Item> asked = form.asked(given);
        Map<String, String> faults = new LinkedHashMap<>();
        Map<String, String> doubts = new LinkedHashMap<>();
        for (Item item : asked) {
            form.fault(item, given.get(item.code()))
                    .ifPresent(fault -> faults.put(item.code(), sentence(item, fault.in(Language.NL), phone)));
            UsualLimits.doubt(item, given.get(item.code()))
                    .ifPresent(doubt -> doubts.put(item.code(), doubt.in(Language.NL)));
        }
        Object values = phone.get("values");
        if (faults.isEmpty()) {
            try {
                values = said(form, form.accept(given));
            } catch (Refusal impossible) {
                throw new AssertionError(impossible);
            }
        }
        return Map.of(
                "asked", asked.stream().map(Item::code).toList(), "faults", faults, "doubts", doubts, "values", values);
    }

    /** Of a text the phone says in general that it cannot be kept; of everything else what the server says. */
    private static String sentence(Item item, String said, Map<String, Object> phone) {
        String there = String.valueOf(((Map<?, ?>) Objects.requireNonNull(phone.get("faults"))).get(item.code()));
        return item.type().equals("text") || there.endsWith(": ") ? there : said;
    }

    private static Map<String, String> said(Questionnaire form, Answers answers) {
        Map<String, String> said = new HashMap<>();
        answers.values().forEach((code, value) -> said.put(code, say(value)));
        form.score(answers).forEach((code, value) -> said.put(code, say(value)));
        return said;
    }

    private static String say(Value value) {
        if (value instanceof Value.Num number) {
            return number.value().stripTrailingZeros().toPlainString();
        }
        if (value instanceof Value.Words words) {
            return String.join("|", words.value());
        }
        if (value instanceof Value.Day day) {
            return day.value().toString();
        }
        if (value instanceof Value.Parts parts) {
            return new TreeMap<>(parts.value())
                    .entrySet().stream()
                            .map(part -> part.getKey() + "=" + say(part.getValue()))
                            .collect(Collectors.joining("|"));
        }
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        }
        return value instanceof Value.Word word ? word.value() : "";
    }

    /** Half of them without a fault, half with anything. */
    private static List<Map<String, @Nullable Object>> ways(Questionnaire form) {
        SplittableRandom chance = new SplittableRandom(form.id().hashCode());
        List<Map<String, @Nullable Object>> ways = new ArrayList<>();
        for (int way = 0; way < WAYS; way++) {
            Map<String, @Nullable Object> given = new LinkedHashMap<>();
            for (Item item : form.items()) {
                int kind = chance.nextInt(way % 2 == 0 ? 2 : 0, 12);
                boolean computed = item.type().equals("computed");
                if (!computed && (kind != 2 || item.required())) {
                    given.put(item.code(), kind == 3 && !item.required() ? null : any(item, kind, chance));
                }
            }
            ways.add(given);
        }
        return ways;
    }

    private static Object any(Item item, int kind, SplittableRandom chance) {
        boolean parts = item.type().equals("medication") || item.type().equals("file");
        if (kind < 2 && !parts) {
            String stray = List.of("x y", "1,5", "-3", "2026-02-30", "24:00", "99999999999999999999")
                    .get(chance.nextInt(6));
            return item.type().equals("choices") ? List.of(stray) : stray;
        }
        return switch (item.type()) {
            case "boolean" -> String.valueOf(chance.nextBoolean());
            case "choice" -> option(item, chance);
            case "choices" -> List.of(option(item, chance), option(item, chance));
            case "date" -> "2026-0" + chance.nextInt(1, 10) + "-15";
            case "time" -> "0" + chance.nextInt(10) + ":30";
            case "text" -> "Iets, " + chance.nextInt(9);
            case "medication" -> medicine(kind, chance);
            case "file" -> Map.of("name", "report.pdf");
            default -> number(item, chance);
        };
    }

    private static Map<String, String> medicine(int kind, SplittableRandom chance) {
        Map<String, String> medicine = new LinkedHashMap<>(Map.of("product", "Iets"));
        if (chance.nextBoolean()) {
            medicine.put("atc", kind < 1 ? "ZZ" : "n06ab06");
        }
        if (chance.nextBoolean()) {
            medicine.put("dose", "2,5");
            if (kind > 1) {
                medicine.put("unit", "mg");
            }
        }
        return medicine;
    }

    private static String option(Item item, SplittableRandom chance) {
        return item.options().get(chance.nextInt(item.options().size())).value();
    }

    private static String number(Item item, SplittableRandom chance) {
        int least = Integer.parseInt(item.settings().getOrDefault("least", "0"));
        int most = Integer.parseInt(item.settings().getOrDefault("most", "10"));
        int decimals = Integer.parseInt(item.settings().getOrDefault("decimals", "0"));
        int whole = IntStream.of(least, most, chance.nextInt(least, most), chance.nextInt(least, most))
                .skip(chance.nextInt(4))
                .findFirst()
                .orElseThrow();
        return decimals > 0 && whole < most && chance.nextBoolean() ? whole + "." + chance.nextInt(10) : "" + whole;
    }
}
