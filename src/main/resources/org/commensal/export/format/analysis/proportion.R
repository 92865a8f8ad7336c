
# 5. Difference of proportions, with the hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873, method 10). Not
# adjusted for covariates or multiplicity, and without a p-value; an outcome that is missing is left out, and is no failure.
wilson <- function(x, n) {
  z <- stats::qnorm(1 - alpha / 2)
  (x + z^2 / 2 + c(-1, 1) * z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2)
}
newcombe <- function(x1, n1, x2, n2) { # of the second minus the first
  p <- c(x1 / n1, x2 / n2)
  one <- wilson(x1, n1)
  two <- wilson(x2, n2)
  d <- p[2] - p[1]
  c(estimate = d, lower = d - sqrt((p[2] - two[1])^2 + (one[2] - p[1])^2), upper = d + sqrt((two[2] - p[2])^2 + (p[1] - one[1])^2))
}
proportion <- function(outcome) {
  data <- analysis_set(outcome)
  complete <- !is.na(data$y) & !is.na(data$arm)
  say("\nProportions of ", outcome$id, ": ", sum(complete), " of ", nrow(data), " randomised subjects have outcome and arm.")
  data <- droplevels(data[complete, ])
  if (!all(data$y %in% 0:1)) return(say("The values are not 0 and 1; which of them count is for the analysis plan: no analysis."))
  if (nlevels(data$arm) < 2) return(say("A comparison needs two arms with values: no analysis."))
  n <- c(table(data$arm))
  x <- c(tapply(data$y, data$arm, sum))
  ci <- mapply(wilson, x, n)
  shares <- data.frame(arm = names(n), n, events = x, proportion = x / n, lower = ci[1, ], upper = ci[2, ])
  show("Proportions", shares, paste0(outcome$id, "-proportions"))
  pairs <- utils::combn(length(n), 2)
  rows <- t(apply(pairs, 2, function(i) newcombe(x[[i[1]]], n[[i[1]]], x[[i[2]]], n[[i[2]]])))
  show(paste0("Differences of proportions, ", 100 * (1 - alpha), " % CI"), data.frame(
    comparison = paste(names(n)[pairs[2, ]], "-", names(n)[pairs[1, ]]), rows), paste0(outcome$id, "-differences"))
}
