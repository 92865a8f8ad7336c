/**
 * Releases: what a statistician receives, made from the facts up to a checkpoint, and made again byte for byte.
 *
 * <p>{@code release} makes blinded tables; {@code format} writes them and sees nothing else; {@code redcap}
 * answers clients of REDCap with them.
 */
@NullMarked
package org.commensal.export;

import org.jspecify.annotations.NullMarked;
