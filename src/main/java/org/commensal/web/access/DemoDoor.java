package org.commensal.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.demo.DemoAccount;
import org.commensal.demo.Demonstration;
import org.commensal.kernel.Language;
import org.commensal.web.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The accounts that everybody may sign in to with one press, in a demonstration; none in production. */
@ApplicationScoped
public class DemoDoor {

    /**
     * An account of the demonstration.
     *
     * @param role and where it is held, in the words of the interface
     */
    public record Key(String signIn, String name, String role) {}

    @Inject
    @ConfigProperty(name = "app.mode")
    Optional<String> mode;

    @Inject
    Demonstration demonstration;

    /** The participants first, since their diary is what most want to see. */
    public List<Key> keys(Texts texts) {
        if (!isOpen()) {
            return List.of();
        }
        Stream<Key> diarists = demonstration.diarists().stream()
                .map(code -> new Key(code.value(), code.value(), texts.get("role.participant")));
        Stream<Key> staff = DemoAccount.STAFF.stream()
                .map(account -> new Key(
                        account.signIn(),
                        account.name(),
                        texts.get("role." + account.role().code())));
        return Stream.concat(diarists, staff).toList();
    }

    /** The password of a demonstration account, where this is a demonstration and it is one. */
    public Optional<String> password(String signIn) {
        boolean known = isOpen()
                && keys(Texts.in(Language.EN)).stream()
                        .anyMatch(key -> key.signIn().equals(signIn));
        return known ? Optional.of(DemoAccount.PASSWORD) : Optional.empty();
    }

    private boolean isOpen() {
        return mode.filter("demo"::equals).isPresent();
    }
}
