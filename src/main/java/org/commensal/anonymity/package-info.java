/**
 * How a table of people is made k-anonymous with the least loss, and how likely somebody in a table is recognised.
 *
 * <p>Imports {@code java.*} and {@code kernel} only; knows no study, no file and no arm. Tables are rows of texts. What
 * comes out depends on the values alone: neither on the order of the rows nor on the machine. It judges what it is
 * given; whether a table may leave the house is not decided here.
 */
@NullMarked
package org.commensal.anonymity;

import org.jspecify.annotations.NullMarked;
