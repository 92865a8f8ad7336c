package org.commensal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.ArmCode;
import org.commensal.kernel.Asked;
import org.commensal.kernel.Asked.Kind;
import org.commensal.kernel.Settings;

/** Every key that reading asked for, in the order in which it first did, with all that may stand there. */
final class Keys implements Consumer<Asked> {

    private static final Map<Kind, Set<Kind>> NARROWER =
            Map.of(Kind.VALUE, EnumSet.of(Kind.NUMBER, Kind.FLAG, Kind.CHOICE), Kind.MAPPING, EnumSet.of(Kind.TEXT));

    private final Map<String, Set<Settings.Node>> mappings = new LinkedHashMap<>();
    private final Map<String, Key> keys = new LinkedHashMap<>();

    /** One key of one kind of mapping. */
    static final class Key {
        final String mapping;
        final String name;
        final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        final Set<String> allowed = new LinkedHashSet<>();
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        private final Set<Settings.Node> askedAt = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean alwaysNeeded = true;

        private Key(Asked first) {
            this.mapping = first.mapping();
            this.name = first.key();
        }

        private void add(Asked asked) {
            kinds.add(asked.shape().kind());
            allowed.addAll(asked.shape().allowed());
            if (asked.shape().kind() == Kind.NUMBER || asked.shape().kind() == Kind.LIST) {
                least = Math.min(least, asked.shape().least());
                most = Math.max(most, asked.shape().most());
            }
            alwaysNeeded &= asked.required();
            askedAt.add(asked.at());
        }

        /** Such as {@code study.yaml/schedule.visits[].code}. */
        String path() {
            return mapping + (mapping.endsWith("/") ? "" : ".") + name;
        }

        /** The kinds of value, without those that a narrower one says more exactly. */
        Set<Kind> narrowest() {
            Set<Kind> left = EnumSet.copyOf(kinds);
            NARROWER.forEach((wide, narrow) -> {
                if (narrow.stream().anyMatch(kinds::contains)) {
                    left.remove(wide);
                }
            });
            return left;
        }
    }

    /** The keys of everything that is shipped, of the examples for tests, and of every allocation method. */
    static Keys ofAllStudies() {
        Keys keys = new Keys();
        ShippedFolders.all().forEach(folder -> StudyReader.read(folder, keys));
        AllocationScheme.methods().forEach(keys::read);
        return keys;
    }

    private void read(AllocationScheme.Method method) {
        byte[] settings = ("method: " + method.name() + "\n" + method.example()).getBytes(StandardCharsets.UTF_8);
        Settings.Node node =
                YamlFile.read("allocation.yaml", settings, fault -> {}).orElseThrow();
        List<ArmCode> arms = Stream.of("A", "B", "C")
                .limit(method.ratio().size())
                .map(ArmCode::new)
                .toList();
        List<AllocationScheme.Factor> factors = List.of(new AllocationScheme.Factor("site", List.of("S1", "S2")));
        Settings at = new Settings(node, fault -> {}, this, "allocation.yaml/");
        AllocationScheme.read("a-study", "1", arms, method.ratio(), factors, at);
    }

    @Override
    public void accept(Asked asked) {
        mappings.computeIfAbsent(asked.mapping(), path -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(asked.at());
        Key key = keys.computeIfAbsent(asked.mapping() + "|" + asked.key(), first -> new Key(asked));
        key.add(asked);
    }

    List<Key> all() {
        return List.copyOf(keys.values());
    }

    List<Key> of(String mapping) {
        return keys.values().stream().filter(key -> key.mapping.equals(mapping)).toList();
    }

    /** Whether it was needed in every mapping of its kind; a key that only some of them need is not. */
    boolean isRequired(Key key) {
        return key.alwaysNeeded
                && key.askedAt.size()
                        == mappings.getOrDefault(key.mapping, Set.of()).size();
    }
}
