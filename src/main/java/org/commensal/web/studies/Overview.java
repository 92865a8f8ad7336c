package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Attention;
import org.commensal.web.Figure;
import org.commensal.web.Paging;

/**
 * How a study stands, for the people who recruit and follow up.
 *
 * @param attention what waits, the part of it that is shown
 * @param paging of that part; of all of it only where all of it was asked for
 */
public record Overview(
        List<Figure> facts,
        List<Attention> attention,
        Paging paging,
        boolean all,
        Optional<EnrolmentCurve> curve,
        Completeness completeness) {}
