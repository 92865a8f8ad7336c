package org.commensal.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a request that is too large: before it is read where it says how large it is, while it is read otherwise. */
@Provider
@PreMatching
@Priority(50)
public class BodyLimit implements ContainerRequestFilter {

    private static final Text TOO_LARGE = new Text(
            "This is larger than the %s bytes that are taken here. Send less at a time.",
            "Dit is groter dan de %s bytes die hier mogen. Stuur minder tegelijk.");

    /** What a file is sent as: a study folder, a list of kits, or another file to import. */
    private static final Set<String> FILES =
            Set.of("application/zip", "application/octet-stream", "multipart/form-data", "text/csv");

    @Inject
    @ConfigProperty(name = "app.max-body-bytes")
    long most;

    @Inject
    @ConfigProperty(name = "app.max-zip-bytes")
    long mostOfZip;

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = FILES.contains(type(request)) ? mostOfZip : most;
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private static String type(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type == null ? "" : type.getType() + "/" + type.getSubtype();
    }

    private static Refusal tooLarge(long limit) {
        return new Refusal(Reason.TOO_LARGE, TOO_LARGE.with(limit));
    }

    /** A body that refuses to be longer than its limit; one that breaks off is a bad request and no fault of ours. */
    static final class Limited extends FilterInputStream {

        private final long limit;
        private long taken;

        Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = next(into, from, length);
            taken += Math.max(0, count);
            if (taken > limit) {
                throw tooLarge(limit);
            }
            return count;
        }

        private int next(byte[] into, int from, int length) {
            try {
                return super.read(into, from, length);
            } catch (IOException brokenOff) {
                throw new BadRequestException(brokenOff);
            }
        }
    }
}
