/**
 * The edge: one class a screen or resource, refusals turned into HTTP in one place.
 *
 * <p>May import every room but {@code server}; nobody imports it, and nothing else knows HTTP.
 */
@NullMarked
package org.commensal.web;

import org.jspecify.annotations.NullMarked;
