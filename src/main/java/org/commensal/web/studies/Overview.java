package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Attention;
import org.commensal.web.Figure;

/** How a study stands, for the people who recruit and follow up. */
public record Overview(
        List<Figure> facts,
        List<Attention> attention,
        int more,
        Optional<EnrolmentCurve> curve,
        Completeness completeness) {}
