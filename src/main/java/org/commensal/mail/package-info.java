/**
 * What leaves by e-mail: an outbox that is filled in the transaction of the act, and the mail server that it is emptied
 * to, one message at a time, each once as far as SMTP allows.
 *
 * <p>May import {@code access} and what is left of it. Knows no participant but by code: whoever appends a message writes
 * it when it is sent, and says then why it no longer is. Keeps and logs no address and no text. What is secret in a
 * message is kept by the room that appended it, under the id of the message.
 */
@NullMarked
package org.commensal.mail;

import org.jspecify.annotations.NullMarked;
