/*
 * Binds pow and log to the versions that the C library has had from the beginning. Version 2.29 added others, which differ only
 * in how they report errors; a program that asks for those does not start on 统信 UOS 20 (2.28).
 * Linked with -Wl,--wrap=pow,--wrap=log by link.sh.
 */
#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#endif

__asm__(".symver first_pow, pow@" FIRST);
__asm__(".symver first_log, log@" FIRST);

extern double first_pow(double base, double exponent);
extern double first_log(double number);

double __wrap_pow(double base, double exponent) { return first_pow(base, exponent); }
double __wrap_log(double number) { return first_log(number); }
