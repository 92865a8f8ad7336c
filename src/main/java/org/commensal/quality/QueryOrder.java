package org.commensal.quality;

/** How a list of queries is sorted; those that are alike in it by when they were raised. */
public record QueryOrder(By by, boolean descending) {

    /** What a list can be sorted by. */
    public enum By {
        /** When it was raised. */
        RAISED("f.at"),
        /** Since when it is in its state. */
        SINCE("l.at"),
        PARTICIPANT("q.participant"),
        SITE("p.site"),
        FORM("q.form");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    public static final QueryOrder OLDEST = new QueryOrder(By.RAISED, false);

    String sql() {
        return by.column + (descending ? " desc" : "") + ", f.at, q.id";
    }
}
