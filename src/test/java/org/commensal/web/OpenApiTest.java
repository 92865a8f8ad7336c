package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published description of the API says of every route what the route does, and of no other. */
class OpenApiTest {

    private static final String DOCUMENT = "/META-INF/openapi.yaml";

    /** A route as the code has it. */
    private record Route(Class<?> resource, Method method) {

        String address() {
            String path = resource.getAnnotation(Path.class).value() + suffix();
            return verb() + " " + path;
        }

        private String suffix() {
            return Optional.ofNullable(method.getAnnotation(Path.class))
                    .map(path -> "/" + path.value())
                    .orElse("");
        }

        String verb() {
            return Stream.of(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .map(HttpMethod::value)
                    .findFirst()
                    .orElseThrow();
        }

        Set<String> takes() {
            Consumes consumes = method.getAnnotation(Consumes.class);
            return consumes == null ? Set.of() : Set.of(consumes.value());
        }

        boolean open() {
            return method.isAnnotationPresent(PermitAll.class) || resource.isAnnotationPresent(PermitAll.class);
        }

        Set<String> asks() {
            Stream<QueryParam> own = Stream.of(method.getParameterAnnotations())
                    .flatMap(Stream::of)
                    .filter(QueryParam.class::isInstance)
                    .map(QueryParam.class::cast);
            Stream<QueryParam> gathered = Stream.of(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                    .flatMap(parameter -> Stream.of(parameter.getType().getDeclaredFields()))
                    .flatMap(field -> Stream.ofNullable(field.getAnnotation(QueryParam.class)));
            return Stream.concat(own, gathered).map(QueryParam::value).collect(Collectors.toSet());
        }
    }

    private static Map<String, Object> document() {
        try (InputStream in = OpenApiTest.class.getResourceAsStream(DOCUMENT)) {
            return object(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> part(Map<String, Object> node, String... names) {
        Map<String, Object> found = node;
        for (String name : names) {
            found = object(found.getOrDefault(name, Map.of()));
        }
        return found;
    }

    static List<Route> routes() {
        return new ClassFileImporter()
                .importPackages("org.commensal.web").stream()
                        .filter(found -> found.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .filter(resource ->
                                resource.getAnnotation(Path.class).value().startsWith("/api"))
                        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                                .filter(OpenApiTest::isRoute)
                                .map(method -> new Route(resource, method)))
                        .toList();
    }

    private static boolean isRoute(Method method) {
        Predicate<Annotation> verb = found -> found.annotationType().isAnnotationPresent(HttpMethod.class);
        return Arrays.stream(method.getAnnotations()).anyMatch(verb);
    }

    private static Map<String, Map<String, Object>> described() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        part(document(), "paths").forEach((path, item) -> object(item).forEach((verb, operation) -> {
            if (!verb.equals("parameters")) {
                operations.put(verb.toUpperCase(Locale.ROOT) + " " + path, object(operation));
            }
        }));
        return operations;
    }

    @Test
    void everyRouteIsDescribedAndNothingElseIs() {
        Set<String> inCode = routes().stream().map(Route::address).collect(Collectors.toCollection(TreeSet::new));
        assertThat(inCode).hasSizeGreaterThan(25).isEqualTo(described().keySet());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteTakesWhatIsDescribed(Route route) {
        Map<String, Object> operation = described().getOrDefault(route.address(), Map.of());
        assertThat(content(resolved(part(operation, "requestBody")))).isEqualTo(route.takes());
        Set<Object> parameters = list(operation, "parameters").stream()
                .map(OpenApiTest::resolved)
                .filter(parameter -> Objects.equals(parameter.get("in"), "query"))
                .map(parameter -> parameter.get("name"))
                .collect(Collectors.toSet());
        assertThat(parameters).isEqualTo(route.asks());
        boolean open =
                operation.containsKey("security") && list(operation, "security").isEmpty();
        assertThat(open).isEqualTo(route.open());
        assertThat(operation).containsKeys("summary", "tags", "responses");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteSendsWhatIsDescribed(Route route) {
        Map<String, Object> responses = part(described().getOrDefault(route.address(), Map.of()), "responses");
        Type sent = route.method().getGenericReturnType();
        if (sent == void.class) {
            assertThat(responses).containsKey("204");
        } else if (sent != Response.class) {
            Map<String, Object> success = resolved(responses.getOrDefault("200", Map.of()));
            assertThat(part(success, "content", "application/json", "schema")).isEqualTo(schema(sent));
        }
        assertThat(responses).containsKey("default");
    }

    @Test
    void everyRecordHasTheFieldsOfItsSchema() {
        SentRecords.SCHEMAS.forEach((record, name) -> {
            Map<String, Object> schema = part(document(), "components", "schemas", name);
            Set<String> fields = new TreeSet<>();
            Set<Object> always = new HashSet<>();
            for (RecordComponent component : record.getRecordComponents()) {
                fields.add(component.getName());
                if (component.getType() != Optional.class) {
                    always.add(component.getName());
                }
            }
            assertThat(part(schema, "properties").keySet()).as(name).isEqualTo(fields);
            assertThat(Set.copyOf(list(schema, "required"))).as(name).isEqualTo(always);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(document())).isNotEmpty().allSatisfy(reference -> assertThat(
                        resolved(Map.of("$ref", reference)))
                .as(reference)
                .isNotEmpty());
    }

    @Test
    void noSentenceIsCutAtItsComma() {
        assertThat(withoutValue("", document())).isEmpty();
    }

    private static List<String> withoutValue(String place, @Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> withoutValue(place + "/" + entry.getKey(), entry.getValue()).stream())
                    .toList();
        }
        return node == null ? List.of(place) : List.of();
    }

    private static Set<String> references(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> entry.getKey().equals("$ref")
                            ? Stream.of((String) entry.getValue())
                            : references(entry.getValue()).stream())
                    .collect(Collectors.toSet());
        }
        return node instanceof List<?> list
                ? list.stream().flatMap(each -> references(each).stream()).collect(Collectors.toSet())
                : Set.of();
    }

    private static Map<String, Object> schema(Type sent) {
        if (sent instanceof ParameterizedType list) {
            return Map.of("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        return Map.of("$ref", "#/components/schemas/" + SentRecords.SCHEMAS.get(sent));
    }

    private static Set<String> content(Map<String, Object> described) {
        return part(described, "content").keySet();
    }

    private static Map<String, Object> resolved(Object node) {
        Map<String, Object> found = object(node);
        if (!found.containsKey("$ref")) {
            return found;
        }
        return part(document(), ((String) found.get("$ref")).substring(2).split("/"));
    }

    private static List<Object> list(Map<String, Object> node, String name) {
        return node.containsKey(name) ? List.copyOf((List<?>) node.get(name)) : List.of();
    }
}
