
# 5. Analysis of covariance of the outcome on the arm, adjusted for its baseline and for the factors of randomisation, since
# an analysis has to follow its randomisation (ICH E9, 5.7). Adjusted for baseline, a change and the value itself give the
# same differences between arms. Complete cases: valid where values are missing at random given baseline, factors and arm.
contrasts_of <- function(model, L, V = stats::vcov(model, complete = FALSE)) {
  L <- L[, !is.na(stats::coef(model)), drop = FALSE]
  estimate <- drop(L %*% stats::coef(model)[!is.na(stats::coef(model))])
  se <- sqrt(rowSums((L %*% V) * L))
  width <- stats::qt(1 - alpha / 2, stats::df.residual(model)) * se
  data.frame(estimate, se, df = stats::df.residual(model), lower = estimate - width, upper = estimate + width, row.names = NULL)
}
# The row of an arm predicts with everybody in it: the adjusted mean at the covariates of the whole population.
arm_rows <- function(model, data) t(vapply(levels(data$arm), function(arm) {
  data$arm <- factor(arm, levels(data$arm))
  colMeans(stats::model.matrix(stats::delete.response(stats::terms(model)), data, xlev = model$xlevels))
}, stats::coef(model)))
differences <- function(model, data, ...) {
  pairs <- utils::combn(nlevels(data$arm), 2) # the second of a pair minus the first
  L <- arm_rows(model, data)
  labels <- paste(levels(data$arm)[pairs[2, ]], "-", levels(data$arm)[pairs[1, ]])
  cbind(comparison = labels, contrasts_of(model, L[pairs[2, ], , drop = FALSE] - L[pairs[1, ], , drop = FALSE], ...))
}
# Of unequal variances (HC3; MacKinnon and White 1985); none where one subject alone decides its own prediction.
robust <- function(model) {
  h <- stats::hatvalues(model)
  X <- stats::model.matrix(model)[, !is.na(stats::coef(model)), drop = FALSE]
  if (any(h > 1 - 1e-8)) return(matrix(NA_real_, ncol(X), ncol(X)))
  bread <- solve(crossprod(X))
  bread %*% crossprod(X * (stats::residuals(model) / (1 - h))) %*% bread
}
p_values <- function(table, model, reduced) {
  global <- stats::anova(reduced, model)
  p <- global$`Pr(>F)`[2]
  say("\nAll arms together: F(", global$Df[2], ", ", global$Res.Df[2], ") = ", signif(global$F[2], 4), ", p = ", signif(p, 4))
  table$p <- 2 * stats::pt(-abs(table$estimate / table$se), table$df)
  # With exactly three arms the pairs after the global test keep the level (closed testing; Marcus, Peritz and Gabriel 1976).
  if (adjust == "closed" && nrow(table) == 3) table$p_adjusted <- pmax(table$p, p)
  if (adjust == "holm") table$p_adjusted <- stats::p.adjust(table$p, "holm")
  table
}
ancova <- function(outcome) {
  data <- analysis_set(outcome)
  complete <- stats::complete.cases(data)
  say("\nANCOVA of ", outcome$id, ": ", sum(complete), " of ", nrow(data), " randomised subjects have outcome, arm and covariates.")
  data <- droplevels(data[complete, ])
  covariates <- setdiff(names(data), c("subject", "arm", "y"))
  varying <- Filter(function(name) length(unique(data[[name]])) > 1, covariates)
  same <- paste(setdiff(covariates, varying), collapse = ", ")
  if (same != "") say("Not in the model, since it is the same for all: ", same)
  if (nlevels(data$arm) < 2) return(say("A comparison needs two arms with values: no analysis."))
  reduced <- stats::lm(stats::reformulate(c("1", varying), "y"), data)
  model <- stats::lm(stats::reformulate(c(varying, "arm"), "y"), data) # the arm last, so that it shows if it cannot be told apart
  of_arm <- grepl("^arm", names(stats::coef(model)))
  if (anyNA(stats::coef(model)[of_arm]) || stats::df.residual(model) < 1)
    return(say("There are too few subjects to tell the arms from the covariates: no analysis."))
  say("Model: ", deparse1(stats::formula(model)), "; residual SD ", signif(stats::sigma(model), 4))
  ci <- paste0(100 * (1 - alpha), " % CI")
  means <- cbind(arm = levels(data$arm), n = c(table(data$arm)), contrasts_of(model, arm_rows(model, data)))
  show(paste0("Adjusted means, ", ci), means, paste0(outcome$id, "-means"))
  main <- p_values(differences(model, data), model, reduced)
  show(paste0("Differences, ", ci, " not adjusted for multiplicity"), main, paste0(outcome$id, "-differences"))
  simple <- stats::lm(stats::reformulate(c(intersect("baseline", varying), "arm"), "y"), data)
  show("Sensitivity, beyond the plan", rbind(
    cbind(analysis = "without the factors", differences(simple, data)),
    cbind(analysis = "standard errors of HC3", differences(model, data, robust(model)))), paste0(outcome$id, "-sensitivity"))
  grDevices::pdf(file.path("results", paste0(outcome$id, "-residuals.pdf")), 9, 4.5)
  on.exit(grDevices::dev.off())
  graphics::par(mfrow = c(1, 2))
  plot(stats::fitted(model), stats::residuals(model), xlab = "Fitted", ylab = "Residual", main = outcome$id)
  graphics::abline(h = 0, lty = 2)
  stats::qqnorm(stats::residuals(model), main = "Normal quantiles")
  stats::qqline(stats::residuals(model))
}
