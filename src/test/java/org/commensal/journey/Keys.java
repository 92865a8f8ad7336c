package org.commensal.journey;

import com.microsoft.playwright.Page;

/** Somebody at a page with a keyboard and nothing else. */
record Keys(Page page) {

    /** More things than any page here lets the keyboard reach. */
    private static final int MOST = 150;

    /** Goes on with the tab key until this has the focus. */
    Keys to(String selector) {
        for (int tabs = 0; tabs < MOST; tabs++) {
            if (Boolean.TRUE.equals(page.evaluate("what => document.activeElement.matches(what)", selector))) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the tab key does not reach " + selector + " on " + page.url());
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses a key that leads to another page, and waits until that is there. */
    Keys leave(String key) {
        page.evaluate("document.documentElement.dataset.left = ''");
        press(key);
        page.waitForSelector("html:not([data-left])");
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }
}
