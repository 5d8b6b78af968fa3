//===- Message.c - Error messages -*- C -*-===//
//
// Part of Hysteron, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Runtime.h"

#include <stdarg.h>

struct text {
  char *begin;
  size_t size, length;
};

static void put(struct text *text, char c) {
  if (text->length + 1 < text->size)
    text->begin[text->length++] = c;
}

static void put_string(struct text *text, const char *string) {
  while (*string)
    put(text, *string++);
}

static void put_number(struct text *text, int64_t number) {
  char digits[20];
  int count = 0;
  uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
  do
    digits[count++] = (char)('0' + rest % 10);
  while (rest /= 10);
  if (number < 0)
    put(text, '-');
  while (count)
    put(text, digits[--count]);
}

int hysteron_fail(struct hysteron_call *call, int code, const char *format,
                  ...) {
  // Threads of one call may fail together; the first tells its reason.
  int none = 0;
  if (!__atomic_compare_exchange_n(&call->error, &none, code, false,
                                   __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return none;
  const hysteron_context *context = call->context;
  if (!context || !context->message || !context->message_size)
    return code;
  struct text text = {context->message, context->message_size, 0};
  put_string(&text, call->descriptor->function);
  put_string(&text, ": ");
  va_list arguments;
  va_start(arguments, format);
  for (const char *c = format; *c; ++c) {
    if (*c != '%')
      put(&text, *c);
    else if (*++c == 's')
      put_string(&text, va_arg(arguments, const char *));
    else if (*c == 'd')
      put_number(&text, va_arg(arguments, int64_t));
    else
      put(&text, *c);
  }
  va_end(arguments);
  text.begin[text.length] = 0;
  return code;
}

// Halide calls this in place of printing and aborting. It may say more than
// one thing; the first is the cause.
void halide_error(void *user_context, const char *message) {
  if (!user_context)
    return;
  // Halide's messages often end in a newline.
  char line[512];
  size_t length = 0;
  while (message[length] && length + 1 < sizeof line) {
    line[length] = message[length];
    ++length;
  }
  while (length && line[length - 1] == '\n')
    --length;
  line[length] = 0;
  hysteron_fail(user_context, HYSTERON_ERROR_RUN, "%s", line);
}
