#!/usr/bin/env Rscript
# Verifies the revealed allocation ledger of a trial:  Rscript verify-allocations.R LEDGER.zip|FOLDER
# A second program beside commensal-cli, written from the decision pages 0004 and 0021 alone. Base R and digest.
suppressPackageStartupMessages(library(digest))
invisible(suppressWarnings(Sys.setlocale("LC_CTYPE", "C.UTF-8")))
folder <- commandArgs(TRUE)[1]
if (grepl("[.]zip$", folder)) folder <- { to <- tempfile(); unzip(folder, exdir = to); to }
faults <- character()
fault <- function(file, line, what) faults <<- c(faults, paste0(file, if (line > 0) paste0(":", line), ": ", what, "."))
end <- function(fine) {
  writeLines(if (length(faults)) c(faults, paste(length(faults), if (length(faults) == 1) "fault." else "faults.")) else fine)
  quit(status = min(length(faults), 1))
}
lines_of <- function(file) {
  path <- file.path(folder, file)
  if (file.exists(path)) sub("\r$", "", readLines(path, encoding = "UTF-8", warn = FALSE)) else character()
}
named <- function(file, name) {                                  # the line of "name: value", and the value
  lines <- lines_of(file); at <- which(startsWith(lines, paste0(name, ": ")))
  if (length(at)) list(line = at[1], value = substring(lines[at[1]], nchar(name) + 3)) else list(line = 0, value = "")
}
cells <- function(line) {
  if (grepl("\"", line)) suppressWarnings(scan(text = line, what = "", sep = ",", quote = "\"", quiet = TRUE, na.strings = character()))
  else strsplit(paste0(line, ",#"), ",", fixed = TRUE)[[1]][seq_len(lengths(gregexpr(",", line, fixed = TRUE)) * grepl(",", line) + 1)]
}

# Bytes, hashes, draws (0004, Binding and Draws)
utf8 <- function(text) charToRaw(enc2utf8(text))
big <- function(n, size) as.raw(n %/% 256^((size - 1):0) %% 256)
prefixed <- function(texts) as.raw(unlist(lapply(texts, function(t) as.integer(c(big(length(utf8(t)), 4), utf8(t))))))
hash <- function(x) digest(x, "sha256", serialize = FALSE, raw = TRUE)
mac <- function(key, x) hmac(key, x, "sha256", serialize = FALSE, raw = TRUE)
hex <- function(x) paste(as.character(x), collapse = "")
unhex <- function(text) as.raw(strtoi(substring(text, seq(1, 63, 2), seq(2, 64, 2)), 16))
generator <- function(key, i, label) {                           # HMAC_DRBG, SP 800-90A 10.1.2
  K <- raw(32); V <- as.raw(rep(1, 32))
  step <- function(round, data) { K <<- mac(K, c(V, as.raw(round), data)); V <<- mac(K, V) }
  step(0, data <- c(key, big(i, 8), big(0, 8), utf8(label))); step(1, data)
  function() { V <<- mac(K, V); word <- V[1:8]; step(0, raw()); word }
}
modulo <- function(digits, n) Reduce(function(rest, digit) (rest * 256 + digit) %% n, as.integer(digits), 0)
below <- function(key, i, label, n) {                            # exact in doubles while n < 2^45
  word <- generator(key, i, label); spare <- modulo(c(1, rep(0, 8)), n); words <- 0
  repeat {
    w <- word(); words <- words + 1
    if (sum(as.integer(xor(w, as.raw(255))) * 256^(7:0)) >= spare) return(c(modulo(w, n), words))
  }
}

# The weights of the methods (0004, Weights)
gcd <- function(a, b) if (b == 0) a else gcd(b, a %% b)
minimised <- function(past, levels, s) {
  if (length(past$arms) < s$`simple-first`) return(ratio)
  count <- function(alike) tabulate(past$arms[alike], length(ratio))
  rows <- lapply(names(levels), function(f) count(vapply(past$levels, function(l) l[[f]] == levels[[f]], TRUE)))
  importance <- unlist(s$`factor-weights`[names(levels)])
  if (s$`overall-total`) { rows <- c(rows, list(count(rep(TRUE, length(past$arms))))); importance <- c(importance, 1) }
  one <- Reduce(function(a, b) a / gcd(a, b) * b, ratio) / ratio
  score <- function(arm, n) {
    v <- n * one; if (s$measure == "marginal-totals") return(v[arm])
    v[arm] <- v[arm] + one[arm]
    if (s$measure == "range") max(v) - min(v) else length(v) * sum(v^2) - sum(v)^2
  }
  scores <- vapply(seq_along(ratio), function(arm) sum(importance * vapply(rows, score, 0, arm = arm)), 0)
  best <- scores == min(scores); if (all(best)) return(ratio)
  p <- as.numeric(strsplit(s$probability, "/")[[1]]); p <- c(p, 1)[1:2]
  w <- ifelse(best, p[1] * sum(ratio[!best]), (p[2] - p[1]) * sum(best) * ratio)
  w / Reduce(gcd, w)
}
blocks <- function(past, draw, sizes) {
  left <- if (length(past$arms)) { w <- past$weights; a <- tail(past$arms, 1); w[a] <- w[a] - 1; w } else 0
  if (sum(left) > 0) left else ratio * sizes[draw("block-size", length(sizes)) + 1] / sum(ratio)
}
weights_of <- function(past, levels, draw) switch(scheme$method,
  `complete-randomisation` = ratio,
  `permuted-blocks` = blocks(past, draw, unlist(scheme$settings$`block-sizes`)),
  minimisation = minimised(past, levels, scheme$settings))

# The files
for (file in c("scheme.json", "commitment.txt", "contributions.csv", "seed.txt", "ledger.csv"))
  if (!file.exists(file.path(folder, file))) fault(file, 0, "the file is missing")
if (length(faults)) end("")
json <- rawToChar(readBin(file.path(folder, "scheme.json"), "raw", 1e6)); Encoding(json) <- "UTF-8"
tokens <- regmatches(json, gregexpr("\"([^\"\\\\]|\\\\.)*\"|[][{}:,]|-?[0-9]+|true|false", json))[[1]]
meaning <- c(`{` = "list(", `[` = "list(", `}` = ")", `]` = ")", `:` = "=", `true` = "TRUE", `false` = "FALSE")
scheme <- if (identical(paste(tokens, collapse = ""), json))
  try(eval(parse(text = paste(ifelse(tokens %in% names(meaning), meaning[tokens], tokens), collapse = ""), keep.source = FALSE)), silent = TRUE)
if (!is.list(scheme)) fault("scheme.json", 1, "this is not the canonical form of an allocation scheme")
seeds <- lapply(c("seed", "server-seed"), function(name) {
  found <- named("seed.txt", name)
  if (grepl("^[0-9a-f]{64}$", found$value)) unhex(found$value)
  else fault("seed.txt", found$line, paste0("\"", name, "\" is not a seed of 64 hexadecimal digits"))
})
given <- lapply(lines_of("contributions.csv")[-1], cells)
for (n in seq_along(given)) if (length(given[[n]]) != 4 || given[[n]][1] != n)
  fault("contributions.csv", n + 1, paste("this is not contribution", n))
given <- vapply(given, tail, "", 1)
if (!is.list(scheme) || !all(vapply(seeds, is.raw, TRUE))) end("")

# The commitments and the contributions (0004, Binding; 0021, Contributions)
scheme_hash <- hash(utf8(json)); seed <- seeds[[1]]; drawn <- seeds[[2]]; ratio <- unlist(scheme$ratio); arms <- unlist(scheme$arms)
commitment <- function(seed) hex(hash(c(utf8("TRIAL-RAND-COMMIT-v1"), prefixed(scheme$study), scheme_hash, seed)))
before <- length(faults)
published <- function(name, expected, otherwise) {
  found <- named("commitment.txt", name)
  if (found$line == 0) fault("commitment.txt", 0, paste0("\"", name, "\" is missing"))
  else if (found$value != expected) fault("commitment.txt", found$line, otherwise)
}
published("study", scheme$study, "this is not the study of the scheme")
published("version", scheme$version, "this is not the version of the scheme")
published("contributions", as.character(length(given)), "this is not the number of contributions in contributions.csv")
published("commitment", commitment(seed), "the commitment is not that of the scheme and seed")
if (length(given) || named("commitment.txt", "server-commitment")$line)
  published("server-commitment", commitment(drawn), "the commitment is not that of the scheme and the server's seed")
follows <- if (length(given)) mac(mac(utf8("TRIAL-RAND-SEED-v1"), drawn), c(prefixed(given), as.raw(1))) else drawn
if (!identical(follows, seed)) {
  bound <- length(faults) == before
  fault(if (bound) "contributions.csv" else "seed.txt", if (bound) 0 else 1, "the seed does not follow from the server's seed and the contributions")
}

# The rows (0004, Streams and Arm; 0021, Chain)
key <- mac(c(utf8("TRIAL-RAND-v1"), scheme_hash), seed)
stream_key <- function(...) mac(key, c(prefixed(c(scheme$study, scheme$version, ...)), as.raw(1)))
factors <- vapply(scheme$factors, function(f) f$name, ""); known <- lapply(scheme$factors, function(f) unlist(f$levels))
columns <- c("stream", "sequence", "participant", "levels", "weights", "pick", "draws", "arm", "randomised-at", "chain")
streams <- list(); links <- list(); begun <- character(); last <- ""; rows <- 0; chained <- 0
replay <- function(line, row) {
  parts <- if (row[4] == "") list() else strsplit(strsplit(row[4], ";", fixed = TRUE)[[1]], "=", fixed = TRUE)
  levels <- setNames(vapply(parts, function(p) p[length(p)], ""), vapply(parts, `[`, "", 1))
  if (!setequal(names(levels), factors) || !all(mapply(`%in%`, levels[factors], known)))
    return(fault("ledger.csv", line, "the factor levels are not levels of this scheme"))
  levels <- levels[factors]
  stratified <- length(factors) && scheme$method %in% c("permuted-blocks")
  stream <- if (stratified) paste(factors, levels, sep = "=", collapse = ";") else "all"
  past <- streams[[stream]]
  if (is.null(past)) past <- list(arms = integer(), levels = list(), weights = 0, key = stream_key(stream), broken = FALSE)
  if (past$broken) return()
  if (row[1] != stream) fault("ledger.csv", line, "the stream is not that of the factor levels")
  i <- length(past$arms) + 1
  if (as.numeric(row[2]) != i) {
    past$broken <- TRUE
    fault("ledger.csv", line, paste("number", i, "of stream", stream, "was expected here; what follows in that stream cannot be computed"))
  } else {
    weights <- weights_of(past, levels, function(label, n) below(past$key, i, label, n)[1])
    drawn <- below(past$key, i, "arm", sum(weights))
    arm <- which(cumsum(weights) > drawn[1])[1]
    if (row[5] != paste(format(weights, scientific = FALSE, trim = TRUE), collapse = ",")) fault("ledger.csv", line, "the weights are not those computed")
    if (as.numeric(row[6]) != drawn[1]) fault("ledger.csv", line, "the pick is not the number drawn")
    if (as.numeric(row[7]) != drawn[2]) fault("ledger.csv", line, "the count of words drawn is not right")
    if (row[8] != arms[arm]) fault("ledger.csv", line, "the arm is not the arm computed")
    past$arms <- c(past$arms, arm); past$levels <- c(past$levels, list(levels)); past$weights <- weights
  }
  streams[[stream]] <<- past
}
lines <- lines_of("ledger.csv")
if (!identical(lines[1], paste(columns, collapse = ","))) { fault("ledger.csv", 1, paste("the columns are not", paste(columns, collapse = ", "))); lines <- "" }
for (line in seq_along(lines)[-1]) {
  row <- cells(lines[line])
  if (length(row) != 10 || !all(grepl("^[0-9]{1,18}$", row[c(2, 6, 7)])) || !grepl("^[0-9]{1,18}(,[0-9]{1,18})*$", row[5])) {
    fault("ledger.csv", line, "this is not a row of a ledger"); next
  }
  rows <- rows + 1
  if (order(c(last, row[1]), method = "radix")[1] == 2) fault("ledger.csv", line, "this row is not where its stream belongs")
  last <- row[1]
  replay(line, row)
  previous <- if (is.null(links[[last]])) commitment(seed) else links[[last]]
  link <- hex(mac(stream_key(last, "chain"), c(utf8(previous), prefixed(row[1:9]))))
  early <- row[10] == "" && !(last %in% begun)
  if (!early) { chained <- chained + 1; begun <- c(begun, last); if (row[10] != link) fault("ledger.csv", line, "the chain does not fit this row and the one before it") }
  links[[last]] <- if (early) link else row[10]
}
end(paste0("No fault: ", scheme$study, " ", scheme$version, " (allocations: ", rows, ", chained: ", chained, ", streams: ", length(links), ", contributions: ", length(given), ")."))
