package org.commensal.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;

/**
 * The condition of an item as comparisons of FHIR, all or any of which must hold, where it can be said so.
 *
 * <p>In FHIR a value that is not there is unequal to every other, where here it is unknown; so an inequality asks as well
 * that there is an answer.
 */
final class FhirEnabling {

    private static final String NAME = "(?<name>[a-z][a-z0-9_]*)";
    private static final Pattern TRUTH = Pattern.compile("(?<not>not )?" + NAME);
    private static final Pattern KNOWN = Pattern.compile("(?<not>not )?known\\(\\s*" + NAME + "\\s*\\)");
    private static final Pattern COMPARED =
            Pattern.compile(NAME + "\\s*(?<operator>==|!=|<=|>=|<|>)\\s*(?:\"(?<word>[^\"]*)\"|(?<number>-?[0-9.]+))");
    private static final Pattern ONE_OF = Pattern.compile(NAME + "\\s+in\\s+\\[(?<list>[^\\]]*)\\]");
    private static final String OUTSIDE_QUOTES = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /**
     * @param all whether its comparisons must hold together
     * @param any whether one of them is enough
     */
    private record Said(List<JsonObjectBuilder> comparisons, boolean all, boolean any) {}

    private final Map<String, Item> items;

    FhirEnabling(List<Item> items) {
        this.items = items.stream().collect(Collectors.toMap(Item::code, Function.identity(), (one, other) -> one));
    }

    /** Adds {@code enableWhen}; nothing where it cannot be said. */
    void add(String condition, JsonObjectBuilder out) {
        String words = QUOTED.matcher(condition).replaceAll("\"\"");
        boolean every = words.matches("(?s).*\\band\\b.*");
        boolean any = words.matches("(?s).*\\bor\\b.*");
        String[] parts = condition.strip().split((any ? "\\s+or\\s+" : "\\s+and\\s+") + OUTSIDE_QUOTES);
        List<Said> said = Stream.of(parts).flatMap(part -> said(part).stream()).toList();
        boolean isMixed = every && any
                || any && said.stream().anyMatch(Said::all)
                || every && said.stream().anyMatch(Said::any);
        if (said.size() < parts.length || isMixed) {
            return;
        }
        List<JsonObjectBuilder> comparisons =
                said.stream().flatMap(each -> each.comparisons().stream()).toList();
        JsonArrayBuilder all = Json.createArrayBuilder();
        comparisons.forEach(all::add);
        out.add("enableWhen", all);
        if (comparisons.size() > 1) {
            out.add("enableBehavior", any || said.stream().anyMatch(Said::any) ? "any" : "all");
        }
    }

    private Optional<Said> said(String part) {
        return Stream.<Function<String, Optional<Said>>>of(this::known, this::compared, this::oneOf, this::truth)
                .flatMap(reading -> reading.apply(part).stream())
                .findFirst();
    }

    private Optional<Said> known(String part) {
        Matcher known = KNOWN.matcher(part);
        return Optional.of(known)
                .filter(Matcher::matches)
                .filter(found -> items.containsKey(found.group("name")))
                .map(found -> alone(exists(found.group("name"), found.group("not") == null)));
    }

    private Optional<Said> truth(String part) {
        Matcher truth = TRUTH.matcher(part);
        return Optional.of(truth)
                .filter(Matcher::matches)
                .filter(found -> isOf(found.group("name"), "boolean"))
                .map(found ->
                        alone(comparison(found.group("name"), "=").add("answerBoolean", found.group("not") == null)));
    }

    private Optional<Said> compared(String part) {
        Matcher compared = COMPARED.matcher(part);
        if (!compared.matches()) {
            return Optional.empty();
        }
        String name = compared.group("name");
        String operator = compared.group("operator").replace("==", "=");
        boolean isWord = compared.group("word") != null;
        String literal = isWord ? compared.group("word") : compared.group("number");
        return answered(name, operator, literal, isWord)
                .map(found -> operator.equals("!=")
                        ? new Said(List.of(exists(name, true), found), true, false)
                        : alone(found));
    }

    /** A comparison with the kind of answer that the item has. */
    private Optional<JsonObjectBuilder> answered(String name, String operator, String literal, boolean isWord) {
        boolean isEquality = operator.equals("=") || operator.equals("!=");
        if (isOf(name, "choice")) {
            return Optional.of(comparison(name, operator).add("answerCoding", coding(literal)))
                    .filter(found -> isEquality);
        }
        if (isOf(name, "integer", "nrs") && literal.matches("-?[0-9]{1,9}")) {
            return Optional.of(comparison(name, operator).add("answerInteger", Integer.parseInt(literal)));
        }
        if (isOf(name, "number", "computed") && !isWord) {
            return Optional.of(comparison(name, operator).add("answerDecimal", new BigDecimal(literal)));
        }
        return Optional.of(comparison(name, operator).add("answerString", literal))
                .filter(found -> isWord && isEquality && isOf(name, "text"));
    }

    private Optional<Said> oneOf(String part) {
        Matcher oneOf = ONE_OF.matcher(part);
        if (!oneOf.matches() || !isOf(oneOf.group("name"), "choice", "choices")) {
            return Optional.empty();
        }
        List<JsonObjectBuilder> each = Stream.of(oneOf.group("list").split(","))
                .map(value -> value.replace("\"", "").strip())
                .map(value -> comparison(oneOf.group("name"), "=").add("answerCoding", coding(value)))
                .toList();
        return Optional.of(new Said(each, false, each.size() > 1));
    }

    private boolean isOf(String name, String... types) {
        return Optional.ofNullable(items.get(name))
                .filter(item -> List.of(types).contains(item.type()))
                .isPresent();
    }

    private static Said alone(JsonObjectBuilder comparison) {
        return new Said(List.of(comparison), false, false);
    }

    private static JsonObjectBuilder exists(String name, boolean there) {
        return comparison(name, "exists").add("answerBoolean", there);
    }

    private static JsonObjectBuilder comparison(String name, String operator) {
        return Json.createObjectBuilder().add("question", name).add("operator", operator);
    }

    private static JsonObjectBuilder coding(String code) {
        return Json.createObjectBuilder().add("code", code);
    }
}
