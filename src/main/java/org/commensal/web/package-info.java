/**
 * The edge: refusals turned into HTTP in one place, and what every screen and resource is made of. The screens and
 * resources, a class each, stand in the rooms below it, which are named like the rooms that they open.
 *
 * <p>May import every room but {@code server}; nobody else imports it, and nothing else knows HTTP.
 */
@NullMarked
package org.commensal.web;

import org.jspecify.annotations.NullMarked;
