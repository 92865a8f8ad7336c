package org.commensal.leakage;

/** A symmetric, positive definite matrix as L·Lᵀ, by which equations are solved (Golub and Van Loan 2013, 4.2). */
record Cholesky(double[][] lower) {

    static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] - product(lower[i], lower[j], j);
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    private static double product(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The vector that the matrix turns into this one. */
    double[] solve(double[] right) {
        double[] solution = right.clone();
        for (int i = 0; i < solution.length; i++) {
            solution[i] = (solution[i] - product(lower[i], solution, i)) / lower[i][i];
        }
        for (int i = solution.length - 1; i >= 0; i--) {
            solution[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                solution[j] -= lower[i][j] * solution[i];
            }
        }
        return solution;
    }
}
