/** Signing in and out, accounts, invitations, tokens, and how somebody likes to read. */
@NullMarked
package org.commensal.web.access;

import org.jspecify.annotations.NullMarked;
