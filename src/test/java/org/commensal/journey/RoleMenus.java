package org.commensal.journey;

import java.util.Arrays;
import java.util.List;

/** What the menu of a study offers to each role, line by line as it stands there. */
final class RoleMenus {

    private static final List<List<String>> TABLE =
            """
            line                coordinator investigator data-manager monitor statistician safety-board custodian administrator auditor
            overview            x           x            x            x       .            .            .         .             .
            participants        x           x            x            x       .            .            .         .             .
            screening-log       x           x            x            x       .            .            .         .             .
            flow                x           x            x            x       x            x            x         .             .
            alerts              x           x            x            x       .            .            .         .             .
            ae                  x           x            x            x       .            x            x         .             .
            medication          x           x            x            x       .            .            .         .             .
            queries             x           x            x            x       .            .            .         .             .
            deviations          x           x            x            x       .            .            .         .             .
            missing             x           x            x            x       x            .            .         .             .
            imports             x           x            x            x       .            .            .         .             .
            closing             x           x            x            x       .            .            .         .             .
            unblindings         x           x            .            x       .            x            x         .             .
            allocation-requests x           x            .            x       x            x            x         .             .
            seed.menu           .           .            .            .       x            x            x         x             x
            protocol            x           x            x            x       x            x            x         x             x
            simulations         .           .            .            .       x            .            x         .             .
            releases            .           .            x            x       x            x            x         .             .
            audit               .           .            .            .       .            .            .         .             x
            studies             x           x            x            x       x            x            x         x             x
            """.lines().map(line -> Arrays.asList(line.split(" +"))).toList();

    private RoleMenus() {}

    /** The lines that this role is offered, by the keys of their texts. */
    static String[] of(String role) {
        int column = TABLE.get(0).indexOf(role);
        return TABLE.stream()
                .skip(1)
                .filter(line -> line.get(column).equals("x"))
                .map(line -> line.get(0))
                .toArray(String[]::new);
    }
}
