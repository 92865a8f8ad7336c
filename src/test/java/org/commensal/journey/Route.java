package org.commensal.journey;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One method of one address of the application, as its resource classes declare it. */
record Route(String method, String path) {

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

    /** Every route there is, by path and method. */
    static List<Route> all() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("org/commensal/web"))) {
            return files.map(CLASSES::relativize)
                    .map(file -> file.toString().replace('/', '.'))
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(Route::of)
                    .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                    .toList();
        }
    }

    boolean isPage() {
        return !path.startsWith("/api/");
    }

    /** Whether it concerns one site, so that it matters whose. */
    boolean hasASite() {
        return path.contains("{code}") || method.equals("POST") && path.matches("/api/.*/participants|.*/screening");
    }

    private static Stream<Route> of(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Stream.of(resource.getDeclaredMethods())
                .flatMap(method -> verb(method).stream().map(verb -> new Route(verb, join(root, method))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String join(String root, Method method) {
        Path more = method.getAnnotation(Path.class);
        String whole = root + "/" + (more == null ? "" : more.value());
        String tidy = whole.replaceAll("/+", "/").replaceAll("\\{(\\w+): [^}]*}", "{$1}");
        return tidy.length() > 1 && tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Route.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
