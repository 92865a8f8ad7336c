package org.commensal.quality;

import java.time.Instant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.DataQuery.State;

/**
 * The queries about one participant that are in one state and wait for somebody.
 *
 * @param since when the one that waits longest came into it
 */
public record WaitingQueries(ParticipantCode participant, String site, State state, int count, Instant since) {}
