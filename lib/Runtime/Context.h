#ifndef HYSTERON_CONTEXT
#define HYSTERON_CONTEXT

/* How a call is to run. NULL in its place means all defaults; so does every
 * zero in it. The runtime keeps nothing of it after the call. */
typedef struct hysteron_context {
  int32_t threads;     /* at most so many threads; 0: as many as there are */
  int32_t device;      /* GPU for calls on CPU tensors; others name theirs */
  void *stream;        /* CUstream or cl_command_queue; NULL: the default */
  char *message;       /* receives the text of an error, or NULL */
  size_t message_size; /* bytes at message */
} hysteron_context;

/* What a function returns. Except after HYSTERON_ERROR_RUN, an error means
 * that nothing was written. */
enum hysteron_error {
  HYSTERON_OK = 0,
  HYSTERON_ERROR_NULL = 1,      /* a tensor, its shape or data is missing */
  HYSTERON_ERROR_TYPE = 2,      /* wrong element type */
  HYSTERON_ERROR_SHAPE = 3,     /* wrong rank or extent */
  HYSTERON_ERROR_LAYOUT = 4,    /* strides or alignment not possible here */
  HYSTERON_ERROR_OVERLAP = 5,   /* memory shared in a way that is not safe */
  HYSTERON_ERROR_DEVICE = 6,    /* on a device that this kernel cannot reach */
  HYSTERON_ERROR_TOO_LARGE = 7, /* more elements than this kernel can index */
  HYSTERON_ERROR_MEMORY = 8,    /* no memory for temporaries */
  HYSTERON_ERROR_CPU = 9,       /* the processor lacks instructions */
  HYSTERON_ERROR_RUN = 10       /* failed while running */
};

#endif /* HYSTERON_CONTEXT */
