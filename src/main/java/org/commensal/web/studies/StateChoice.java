package org.commensal.web.studies;

import java.util.List;

/** The states that may follow in the life of a study, each with what it means. */
public record StateChoice(String address, String now, List<Next> next) {

    public record Next(String code, String label, String meaning) {}
}
