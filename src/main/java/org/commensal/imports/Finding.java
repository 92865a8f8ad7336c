package org.commensal.imports;

import org.commensal.kernel.Text;

/**
 * Something about a row of a file: a fault, or a value to look at again.
 *
 * @param row as a spreadsheet counts it: the header is row 1
 * @param column of the file; empty where it is about the row as a whole
 */
public record Finding(int row, String column, Text what) {}
