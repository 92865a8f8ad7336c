package org.commensal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from, as far as failed sign-ins are counted: an IPv4 address, or the first 64 bits of an IPv6
 * address, which is what one household or office has.
 */
@ApplicationScoped
public class ClientAddress {

    private static final int LONGEST = 60;

    @Inject
    @ConfigProperty(name = "app.client-address-header")
    Optional<String> header;

    /** Behind a proxy, the last entry of the configured header: the one the proxy itself wrote. */
    public String of(HttpServletRequest request) {
        return header.flatMap(name -> Optional.ofNullable(request.getHeader(name)))
                .map(ClientAddress::last)
                .map(ClientAddress::network)
                .orElseGet(() -> network(request.getRemoteAddr()));
    }

    private static String last(String list) {
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }

    static String network(String address) {
        String plain = address.replaceAll("^\\[|].*$|%.*$", "");
        return cut(plain.contains(":") ? firstHalf(plain) : plain);
    }

    private static String firstHalf(String ipv6) {
        String before = ipv6.contains("::") ? ipv6.substring(0, ipv6.indexOf("::")) + ":0:0:0:0" : ipv6;
        return Stream.of(before.split(":"))
                .filter(part -> !part.isEmpty())
                .limit(4)
                .collect(Collectors.joining(":"));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
